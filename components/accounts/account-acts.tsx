import type { ReactNode } from 'react'
import { ActForm } from '@/components/ui/act-form'
import { Confirmed } from '@/components/ui/confirmed'
import { Field } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import type { KeptAccount } from '@/lib/auth/accounts/queries'
import { translations } from '@/lib/messages'

/** The acts of the Secretariat on an account. */
export function AccountActs({
  account,
  acts,
}: {
  account: KeptAccount
  acts: Record<
    'close' | 'reopen' | 'endAll' | 'lift' | 'newAddress' | 'newName' | 'resetApp',
    FormAction
  >
}) {
  const t = translations('accounts')
  const { id: personId, name, honorific, email, closedAt } = account
  const values = { personId }
  return (
    <section className="sheet content-start p-5" aria-labelledby="acts">
      <h2 id="acts" className="font-serif text-lg font-semibold">
        {t('acts')}
      </h2>
      <p className="mt-1 text-sm text-quiet">{t('actsHint')}</p>
      <Act hint={t('correctNameHint')}>
        <Form action={acts.newName} className="grid gap-4">
          <HiddenValues values={{ ...values, wasName: name, wasHonorific: honorific }} />
          <div className="grid items-end gap-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
            <Field name="honorific" label={t('honorific')} defaultValue={honorific} />
            <Field name="name" label={t('name')} defaultValue={name} autoComplete="off" />
          </div>
          <div>
            <SubmitButton tone="quiet">{t('correctName')}</SubmitButton>
          </div>
        </Form>
      </Act>
      <Act hint={t('changeAddressHint', { name })}>
        <Form action={acts.newAddress} className="grid gap-4">
          <HiddenValues values={values} />
          <Field
            name="email"
            type="email"
            label={t('newAddress')}
            defaultValue={email}
            autoComplete="off"
          />
          <div>
            <SubmitButton tone="quiet">{t('changeAddress')}</SubmitButton>
          </div>
        </Form>
      </Act>
      <Act hint={t('liftHint')}>
        <ActForm action={acts.lift} values={values} button={t('lift')} tone="quiet" />
      </Act>
      <Act hint={t('endSignInsHint', { name })}>
        <ActForm action={acts.endAll} values={values} button={t('endSignIns')} tone="quiet" />
      </Act>
      {account.canBeReset && (
        <Act hint={t('resetFactorHint', { name })}>
          <ActForm action={acts.resetApp} values={values} button={t('resetFactor')} tone="quiet" />
        </Act>
      )}
      {closedAt ? (
        <Act>
          <ActForm action={acts.reopen} values={values} button={t('reopen')} tone="quiet" />
        </Act>
      ) : (
        account.canBeClosed && (
          <Act>
            <Confirmed title={t('close')} label={`${t('close')}: ${name}`} action={acts.close}>
              <HiddenValues values={values} />
              <p className="text-sm">{t('closeHint', { name })}</p>
            </Confirmed>
          </Act>
        )
      )}
    </section>
  )
}

const Act = ({ hint, children }: { hint?: string; children: ReactNode }) => (
  <div className="mt-5 border-t border-line pt-4">
    {hint && <p className="mb-3 text-sm text-quiet">{hint}</p>}
    {children}
  </div>
)
