'use client'
import { forgetAllLocally } from '@/components/editor/local-copy'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'

/** Signs out, and takes what this browser kept of drafts with it: whoever sits down next finds nothing. */
export function SignOutForm({ action, label }: { action: FormAction; label: string }) {
  return (
    <div onSubmit={forgetAllLocally}>
      <Form action={action}>
        <SubmitButton tone="quiet">{label}</SubmitButton>
      </Form>
    </div>
  )
}
