import { CheckField, Field, SelectField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { ordinalFigure, printDate } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { decidedBys, decidedHows, sessionFormats, type SessionStep } from '@/lib/sessions/kinds'

/** Enters a decision; only the steps that may be taken now are offered. */
export function DecisionForm({
  session,
  steps,
  meetings,
  officers,
  decide,
}: {
  session: { id: string; version: number }
  steps: readonly SessionStep[]
  meetings: readonly { id: string; number: number; date: Date }[]
  officers: readonly { id: string; title: string; name: string }[]
  decide: FormAction
}) {
  const t = translations('sitting')
  const words = translations('sessions')
  return (
    <Form action={decide} className="grid max-w-xl gap-5">
      <input type="hidden" name="sessionId" value={session.id} />
      <input type="hidden" name="version" value={session.version} />
      <SelectField
        name="step"
        label={t('what')}
        options={steps.map((step) => ({ value: step, label: t(`steps.${step}`) }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="decidedBy"
          label={t('decidedBy')}
          options={decidedBys.map((by) => ({ value: by, label: t(`by.${by}`) }))}
        />
        <SelectField
          name="how"
          label={t('decidedHow')}
          options={decidedHows.map((how) => ({ value: how, label: t(`how.${how}`) }))}
        />
        <Field name="decidedOn" type="date" label={t('date')} />
        <SelectField
          name="meetingId"
          label={t('meeting')}
          options={[
            { value: '', label: t('noMeeting') },
            ...meetings.map(({ id, number, date }) => ({
              value: id,
              label: `${ordinalFigure(number)}, ${printDate(date)}`,
            })),
          ]}
        />
      </div>
      <details>
        <summary className="cursor-pointer text-sm font-semibold">{t('particulars')}</summary>
        <div className="mt-4 grid gap-5">
          <div className="grid gap-5 sm:grid-cols-2">
            <Field name="startsOn" type="date" label={t('startsOn')} hint={t('datesHint')} />
            <Field name="endsOn" type="date" label={t('endsOn')} />
            <SelectField
              name="format"
              label={t('format')}
              options={[
                { value: '', label: '–' },
                ...sessionFormats.map((format) => ({
                  value: format,
                  label: words(`formats.${format}`),
                })),
              ]}
            />
            <Field name="formatWords" label={t('formatWords')} hint={t('formatWordsHint')} />
            <SelectField
              name="memberId"
              label={t('officer')}
              options={[
                { value: '', label: '–' },
                ...officers.map(({ id, title, name }) => ({
                  value: id,
                  label: `${name}, ${title}`,
                })),
              ]}
            />
            <Field name="circulatedOn" type="date" label={t('sentOn')} />
          </div>
          <CheckField name="remotely" label={t('actedRemotely')} />
          <Field name="reason" label={t('reason')} />
          <Field name="documentSymbol" label={t('symbol')} />
        </div>
      </details>
      <div>
        <SubmitButton>{t('decide')}</SubmitButton>
      </div>
    </Form>
  )
}
