'use client'

import { Form, type FormAction, SubmitButton } from '@/components/ui/form'

/** Releases several comments that the Secretariat entered, in one act. */
export function ReleaseSeveral({
  action,
  circulationId,
  ids,
  button,
}: {
  action: FormAction
  circulationId: string
  ids: readonly string[]
  button: string
}) {
  return (
    <Form action={action} className="grid justify-items-start gap-2">
      <input type="hidden" name="circulationId" value={circulationId} />
      {ids.map((id) => (
        <input key={id} type="hidden" name="ids[]" value={id} />
      ))}
      <SubmitButton>{button}</SubmitButton>
    </Form>
  )
}
