import { randomUUID } from 'node:crypto'
import { DocumentFileField } from '@/components/documents/file-form'
import { ClientMessages } from '@/components/messages/client-messages'
import { DeadlineField } from '@/components/time/deadline-field'
import { Field, SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import type { RollRow } from '@/lib/silence/queries'

/** The Secretariat enters a break that came by another way, with its scan. */
export function EnteredBreakForm({
  silenceId,
  roll,
  action,
}: {
  silenceId: string
  roll: readonly RollRow[]
  action: FormAction
}) {
  const t = translations('silence')
  const members = roll.filter(({ entitled }) => entitled)
  return (
    <details>
      <summary className="button list-none">{t('enter')} …</summary>
      <Form action={action} className="mt-3 grid gap-4" label={t('enter')}>
        <p className="max-w-prose text-quiet">{t('enterLead')}</p>
        <input type="hidden" name="id" defaultValue={randomUUID()} data-new="true" />
        <HiddenValues values={{ silenceId }} />
        <SelectField
          name="memberId"
          label={t('member')}
          options={[
            { value: '', label: t('chooseMember') },
            ...members.map(({ id, capacity }) => ({ value: id, label: capacity })),
          ]}
        />
        <SelectField
          name="way"
          label={t('byWay')}
          options={(['note', 'email'] as const).map((way) => ({
            value: way,
            label: t(`ways.${way}`),
          }))}
        />
        <ClientMessages namespaces={['periodsForm']}>
          <DeadlineField label={t('receivedWhen')} />
        </ClientMessages>
        <Field name="point" label={t('point')} hint={t('pointHint')} />
        <TextField name="reason" label={t('reason')} rows={3} />
        <DocumentFileField label={t('scanField')} />
        <div>
          <SubmitButton tone="quiet">{t('enterNow')}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
