import { randomUUID } from 'node:crypto'
import { Field, SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import { silenceRemarkKinds } from '@/lib/silence/kinds'

/** A member of the roll breaks the silence: folded, so that nobody does so by a slip. */
export function BreakForm({
  silenceId,
  capacity,
  late,
  action,
}: {
  silenceId: string
  capacity: string
  /** Whether the deadline has passed. */
  late: boolean
  action: FormAction
}) {
  const t = translations('silence')
  return (
    <details>
      <summary className="button button-alarm list-none">{t('break')} …</summary>
      <Form action={action} className="mt-3 grid gap-4" label={t('break')}>
        <p className="max-w-prose">
          {late ? t('breakLateLead', { capacity }) : t('breakLead', { capacity })}
        </p>
        <input type="hidden" name="id" defaultValue={randomUUID()} data-new="true" />
        <input type="hidden" name="silenceId" value={silenceId} />
        <Field name="point" label={t('point')} hint={t('pointHint')} />
        <TextField name="reason" label={t('reason')} rows={4} />
        <div>
          <SubmitButton tone="alarm">{t('breakNow')}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}

/** A remark that a member attaches without breaking the silence. */
export function RemarkForm({ silenceId, action }: { silenceId: string; action: FormAction }) {
  const t = translations('silence')
  return (
    <Form action={action} className="grid gap-4" label={t('attach')}>
      <p className="max-w-prose text-quiet">{t('remarkLead')}</p>
      <input type="hidden" name="id" defaultValue={randomUUID()} data-new="true" />
      <input type="hidden" name="silenceId" value={silenceId} />
      <SelectField
        name="kind"
        label={t('kind')}
        options={silenceRemarkKinds.map((kind) => ({
          value: kind,
          label: t(`remarkKinds.${kind}`),
        }))}
      />
      <TextField name="text" label={t('text')} rows={3} />
      <div>
        <SubmitButton tone="quiet">{t('attach')}</SubmitButton>
      </div>
    </Form>
  )
}
