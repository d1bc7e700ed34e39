import type { ReactNode } from 'react'
import { Form, type FormAction, SubmitButton } from './form'
import { translations } from '@/lib/messages'

/**
 * An act that needs a confirmation: the first press opens the form, the second submits it. `children` are the form's
 * fields and the text to read before. Works without JavaScript.
 */
export function Confirmed({
  title,
  label,
  action,
  tone = 'alarm',
  children,
}: {
  title: string
  /** The act with its object, for a screen reader: several such buttons may stand on a page. */
  label: string
  action: FormAction
  /** How the second press looks: red where it ends something. */
  tone?: 'alarm' | 'main'
  children: ReactNode
}) {
  const t = translations('confirmed')
  return (
    <details>
      <summary aria-label={label} className="button button-plain list-none">
        {title} …
      </summary>
      <Form action={action} className="grid gap-2 pb-3 text-start">
        {children}
        <div>
          <SubmitButton tone={tone} label={t('yes', { act: label })}>
            {title}
          </SubmitButton>
        </div>
      </Form>
    </details>
  )
}
