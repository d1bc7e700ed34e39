import { SelectField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { ordinalFigure, printDate } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { documentsOf } from '@/lib/report/parts/parts'
import type { ReportView } from '@/lib/report/queries'

/** The adoption of the whole: its hindrances, or the form that declares it. */
export function WholeAdoption({
  report,
  slug,
  meetings,
  adopt,
}: {
  report: ReportView
  slug: string
  /** Those at which the report may be adopted. */
  meetings: readonly { number: number; date: Date }[]
  adopt: FormAction
}) {
  const t = translations('report')
  const { pending, open } = report.hindrances
  const missing = report.parts.filter(({ symbol }) => symbol === null)
  const isReady = pending.length === 0 && open.length === 0 && missing.length === 0
  return (
    <section aria-labelledby="whole" className="mt-10 border-t border-line-strong pt-6">
      <h2 id="whole" className="mb-3 font-serif text-xl font-semibold">
        {t('whole')}
      </h2>
      {missing.length > 0 && <p>{t('partsMissing', { sections: missing.length })}</p>}
      {pending.length > 0 && <p>{t('pendingCount', { pending: pending.length })}</p>}
      {open.length > 0 && (
        <p>
          {t('openHinders', { open: open.length })}{' '}
          <a href={`${paths.report(slug)}#open-places`} className="way">
            {t('openTitle')}
          </a>
        </p>
      )}
      {isReady && meetings.length === 0 && (
        <p>
          {t('notOpenAnywhere')}{' '}
          <a href={paths.steps(slug)} className="way">
            {translations('overview')('actions.steps')}
          </a>
        </p>
      )}
      {isReady && meetings.length > 0 && (
        <Form action={adopt} className="grid max-w-md gap-5">
          <HiddenValues values={{ slug, version: report.version }} />
          <p>{t('wholeAbout')}</p>
          <p>{t('wholeOf', { documents: documentsOf(report.parts).join(', ') })}</p>
          <SelectField
            name="meeting"
            label={t('meeting')}
            options={[
              { value: '', label: t('chooseMeeting') },
              ...meetings.map(({ number, date }) => ({
                value: String(number),
                label: t('meetingOn', { meeting: ordinalFigure(number), date: printDate(date) }),
              })),
            ]}
          />
          <div>
            <SubmitButton>{t('adoptWhole')}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}
