'use client'

import { useTranslations } from 'use-intl/react'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'

/** Asks before the delegation's comment is withdrawn. Works without JavaScript. Needs the messages `comments`. */
export function WithdrawForm({
  id,
  name,
  time,
  action,
}: {
  id: string
  name: string
  time: string
  action: FormAction
}) {
  const t = useTranslations('comments')
  return (
    <details className="contents">
      <summary className="cursor-pointer list-none" aria-label={t('withdrawOwn', { time })}>
        {t('withdraw')}
      </summary>
      <Form
        action={action}
        label={t('withdrawOwn', { time })}
        className="grid basis-full gap-2 py-2"
      >
        <p className="text-ink">{t('withdrawQuestion', { name })}</p>
        <HiddenValues values={{ id }} />
        <div>
          <SubmitButton tone="alarm">{t('withdrawYes')}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
