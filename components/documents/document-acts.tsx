import { Confirmed } from '@/components/ui/confirmed'
import { Field, SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { type Distribution, documentSteps } from '@/lib/documents/kinds'
import { translations } from '@/lib/messages'

/** Notes the day of a step on the way to issue. */
export function StepForm({ id, today, action }: { id: string; today: string; action: FormAction }) {
  const t = translations('documents')
  const states = translations('documents.states')
  return (
    <Form action={action} className="grid items-end gap-4 sm:grid-cols-2" label={t('noteStep')}>
      <HiddenValues values={{ id }} />
      <SelectField
        name="kind"
        label={t('step')}
        options={documentSteps.map((step) => ({ value: step, label: states(step) }))}
      />
      <Field name="takenOn" type="date" label={t('stepOn')} defaultValue={today} />
      <div>
        <SubmitButton tone="quiet">{t('noteStep')}</SubmitButton>
      </div>
    </Form>
  )
}

/** Corrects the title and the date in the register. */
export function CorrectForm({
  document: { id, title, datedOn },
  action,
}: {
  document: { id: string; title: string; datedOn: Date }
  action: FormAction
}) {
  const t = translations('documents')
  return (
    <details>
      <summary className="button list-none">{t('correct')} …</summary>
      <Form action={action} className="mt-3 grid gap-4" label={t('correct')}>
        <p className="max-w-prose text-sm text-quiet">{t('correctLead')}</p>
        <HiddenValues values={{ id }} />
        <Field name="title" label={t('titleOf')} defaultValue={title} />
        <Field
          name="datedOn"
          type="date"
          label={t('date')}
          defaultValue={datedOn.toISOString().slice(0, 10)}
        />
        <div>
          <SubmitButton tone="quiet">{t('correctNow')}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}

/** Issues a document: the last act before everybody reads it. */
export function IssueForm({
  id,
  symbol,
  distribution,
  action,
  hindrance,
}: {
  id: string
  symbol: string
  distribution: Distribution
  action: FormAction
  hindrance: string | null
}) {
  const t = translations('documents')
  if (hindrance) return <p className="text-quiet">{hindrance}</p>
  return (
    <Confirmed title={t('issue')} label={t('issueThis', { symbol })} action={action}>
      <HiddenValues values={{ id }} />
      <p className="max-w-prose text-sm">{t('issueLead', { distribution })}</p>
    </Confirmed>
  )
}

/** Withdraws a document, with its reason. */
export function WithdrawDocumentForm({
  id,
  symbol,
  action,
}: {
  id: string
  symbol: string
  action: FormAction
}) {
  const t = translations('documents')
  return (
    <Confirmed title={t('withdraw')} label={t('withdrawThis', { symbol })} action={action}>
      <HiddenValues values={{ id }} />
      <p className="max-w-prose text-sm">{t('withdrawLead')}</p>
      <TextField name="reason" label={t('reason')} rows={2} />
    </Confirmed>
  )
}
