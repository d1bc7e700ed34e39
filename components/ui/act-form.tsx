'use client'

import { Form, type FormAction, HiddenValues, SubmitButton } from './form'

/** An act without typed fields: a form of one button. `values` are sent with it. */
export function ActForm({
  action,
  values,
  button,
  tone = 'main',
  label,
  className = 'grid justify-items-start gap-2',
}: {
  action: FormAction
  values: Record<string, string | number>
  /** The button's text; `label` is its accessible name if several buttons of a page read alike. */
  button: string
  label?: string
  tone?: 'main' | 'quiet' | 'alarm' | 'plain'
  className?: string
}) {
  return (
    <Form action={action} className={className}>
      <HiddenValues values={values} />
      <SubmitButton tone={tone} {...(label && { label })}>
        {button}
      </SubmitButton>
    </Form>
  )
}
