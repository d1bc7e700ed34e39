'use client'
import { forgetAllLocally } from '@/components/editor/local-copy'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'

/** Signs out and deletes the local copies of drafts, so that the next person at this browser finds none. */
export function SignOutForm({ action, label }: { action: FormAction; label: string }) {
  return (
    <div onSubmit={forgetAllLocally}>
      <Form action={action}>
        <SubmitButton tone="quiet">{label}</SubmitButton>
      </Form>
    </div>
  )
}
