'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Form, type FormAction, SubmitButton, useFormState } from '@/components/ui/form'

/** The effect of the form, for a last look: titles with their lines. */
export type CheckedGroup = { title: string; lines: { label: string; value: string }[] }[]

/** The fields of a first group, then their effect, then the act. Needs the messages `setUp.form`. */
export const SetUpForm = ({ action, children }: { action: FormAction; children: ReactNode }) => (
  <Form action={action} className="grid max-w-2xl gap-8">
    <Steps>{children}</Steps>
  </Form>
)

function Steps({ children }: { children: ReactNode }) {
  const t = useTranslations('setUp.form')
  const { state } = useFormState()
  const checked = state.status === 'done' && (state.answer as { checked?: CheckedGroup })?.checked
  return (
    <>
      <div hidden={Boolean(checked)} className={checked ? '' : 'grid gap-8'}>
        {children}
      </div>
      {checked && <Checked parts={checked} />}
      <div className="flex flex-wrap gap-3">
        {checked ? (
          <>
            <SubmitButton name="step" value="write">
              {t('write')}
            </SubmitButton>
            <SubmitButton name="step" value="change" tone="quiet">
              {t('change')}
            </SubmitButton>
          </>
        ) : (
          <SubmitButton name="step" value="check">
            {t('check')}
          </SubmitButton>
        )}
      </div>
    </>
  )
}

function Checked({ parts }: { parts: CheckedGroup }) {
  const t = useTranslations('setUp.form')
  return (
    <section aria-labelledby="checked" className="grid gap-8">
      <div>
        <h2 id="checked" className="font-serif text-xl font-semibold">
          {t('checkTitle')}
        </h2>
        <p className="text-quiet">{t('checkLead')}</p>
      </div>
      {parts.map(({ title, lines }) => (
        <section key={title} className="border-t border-line pt-4">
          <h3 className="mb-3 font-serif text-lg font-semibold">{title}</h3>
          <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[13rem_minmax(0,1fr)] sm:gap-y-2">
            {lines.map(({ label, value }) => (
              <div key={`${label} ${value}`} className="contents">
                <dt className="text-sm text-quiet sm:pt-0.5">{label}</dt>
                <dd className="-mt-3 min-w-0 sm:mt-0">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </section>
  )
}
