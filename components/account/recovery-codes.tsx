'use client'

import { Form, type FormAction, SubmitButton, useFormState } from '@/components/ui/form'

/** Makes recovery codes and shows them this once. */
export function RecoveryCodes({ action, button }: { action: FormAction; button: string }) {
  return (
    <Form action={action} className="grid justify-items-start gap-4">
      <Codes />
      <SubmitButton tone="quiet">{button}</SubmitButton>
    </Form>
  )
}

function Codes() {
  const { state } = useFormState()
  const codes = state.status === 'done' && Array.isArray(state.answer) ? state.answer : []
  if (codes.length === 0) return null
  return (
    <ul className="grid gap-x-6 gap-y-1 font-mono sm:grid-cols-2">
      {codes.map((code) => (
        <li key={String(code)}>{String(code)}</li>
      ))}
    </ul>
  )
}
