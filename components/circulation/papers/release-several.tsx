'use client'

import { Form, type FormAction, SubmitButton } from '@/components/ui/form'

/** Releases several comments that the Secretariat entered, in one act. */
export function ReleaseSeveral({
  action,
  circulationId,
  ids,
  means,
  button,
}: {
  action: FormAction
  circulationId: string
  ids: readonly string[]
  /** What the release replaces, as a sentence; '' for nothing. */
  means: string
  button: string
}) {
  return (
    <Form action={action} className="grid justify-items-start gap-2">
      <input type="hidden" name="circulationId" value={circulationId} />
      {ids.map((id) => (
        <input key={id} type="hidden" name="ids[]" value={id} />
      ))}
      {means && <p className="max-w-prose">{means}</p>}
      <SubmitButton>{button}</SubmitButton>
    </Form>
  )
}
