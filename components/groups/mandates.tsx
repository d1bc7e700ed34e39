import { ActForm } from '@/components/ui/act-form'
import { Field, TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import type { GroupView } from '@/lib/sessions/groups/queries'

/** The sources of the group's task; the Secretariat adds and removes. */
export function Mandates({
  group,
  actions,
}: {
  group: Pick<GroupView, 'id' | 'mandateList'>
  actions: { add: FormAction; remove: FormAction } | null
}) {
  const t = translations('groups')
  return (
    <section>
      <h2 className="mb-2 font-serif text-xl font-semibold">{t('mandates')}</h2>
      {group.mandateList.length === 0 && <p className="text-quiet">{t('noMandates')}</p>}
      <ul className="grid gap-3">
        {group.mandateList.map(({ id, body, symbol, dated, instrument, asked }) => (
          <li key={id} className="border-t border-line pt-3">
            <p className="font-semibold">
              {[body, symbol, dated && `(${dated})`].filter(Boolean).join(' ')}
            </p>
            {instrument && <p className="text-sm">{instrument}</p>}
            {asked && <p className="max-w-prose text-sm text-quiet">{asked}</p>}
            {actions && (
              <ActForm
                action={actions.remove}
                values={{ mandateId: id }}
                tone="plain"
                button={t('removeMandate')}
                label={t('removeMandateOf', { symbol: symbol || body })}
              />
            )}
          </li>
        ))}
      </ul>
      {actions && (
        <Form action={actions.add} className="sheet mt-5 grid gap-5 p-5">
          <h3 className="font-semibold">{t('addMandate')}</h3>
          <input type="hidden" name="groupId" value={group.id} />
          <Field name="body" label={t('mandateBody')} />
          <div className="grid gap-5 sm:grid-cols-2">
            <Field name="symbol" label={t('mandateSymbol')} />
            <Field name="dated" label={t('mandateDated')} hint={t('mandateDatedHint')} />
          </div>
          <Field name="adoptedAtSession" inputMode="numeric" label={t('mandateSession')} />
          <Field
            name="instrument"
            label={t('mandateInstrument')}
            hint={t('mandateInstrumentHint')}
          />
          <TextField name="asked" label={t('mandateAsked')} hint={t('mandateAskedHint')} />
          <div>
            <SubmitButton tone="quiet">{t('addMandate')}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}
