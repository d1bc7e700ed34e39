import { ActForm } from '@/components/ui/act-form'
import { Confirmed } from '@/components/ui/confirmed'
import { Field } from '@/components/ui/field'
import type { FormAction } from '@/components/ui/form'
import { printSeatTime } from '@/lib/clock'
import type { AttendanceView, ClosingView } from '@/lib/meetings/attendance/queries'
import { translations } from '@/lib/messages'
import { apart } from '@/lib/text/apart'

/** Whether the counts are final, the people who closed and reopened them, and the next act. */
export function Closing({
  attendance,
  acts,
}: {
  attendance: AttendanceView
  acts: { close: FormAction | null; reopen: FormAction | null }
}) {
  const t = translations('attendance')
  const { sessionId, closings } = attendance
  return (
    <section aria-labelledby="closing" className="grid justify-items-start gap-3">
      <h2 id="closing" className="font-serif text-xl font-semibold">
        {t('closing')}
      </h2>
      <p className="max-w-prose text-sm text-quiet">{t('closingLead')}</p>
      {closings.length > 0 && (
        <ul className="grid gap-1 text-sm">
          {closings.map((closing) => (
            <li key={closing.id}>{sentenceOf(closing)}</li>
          ))}
        </ul>
      )}
      {acts.close && (
        <div className="no-print">
          <ActForm action={acts.close} values={{ sessionId }} button={t('close')} tone="quiet" />
        </div>
      )}
      {acts.reopen && (
        <div className="no-print">
          <Confirmed title={t('reopen')} label={t('reopen')} action={acts.reopen}>
            <input type="hidden" name="sessionId" value={sessionId} />
            <Field name="reason" label={t('reason')} />
          </Confirmed>
        </div>
      )}
    </section>
  )
}

function sentenceOf({ closedAt, closedBy, reopenedAt, reopenedBy, reason }: ClosingView): string {
  const t = translations('attendance')
  const closed = t('closedAt', { time: printSeatTime(closedAt), name: closedBy })
  if (!reopenedAt) return closed
  const time = printSeatTime(reopenedAt)
  return `${closed} ${t('reopenedAt', { time, name: reopenedBy, reason: apart(reason) })}`
}
