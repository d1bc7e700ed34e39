'use client'
import { localCopies } from '@/components/keeping/browser-copies'
import type { SyntheticEvent } from 'react'
import messages from '@/messages/failures.en.json'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'

/** Signs out, and deletes the words that this browser kept: the next person finds nothing. Asks first if some were not sent. */
export function SignOutForm({ action, label }: { action: FormAction; label: string }) {
  return (
    <div onSubmitCapture={leaveNothing}>
      <Form action={action}>
        <SubmitButton tone="quiet">{label}</SubmitButton>
      </Form>
    </div>
  )
}

function leaveNothing(event: SyntheticEvent): void {
  const copies = localCopies()
  if (copies.places('').length > 0 && !window.confirm(messages.signOut)) event.preventDefault()
  else copies.forgetAll()
}
