import { ActForm } from '@/components/ui/act-form'
import { Field } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { printSeatHour } from '@/lib/clock'
import type { MeetingView } from '@/lib/meetings/sittings/queries'
import { translations } from '@/lib/messages'
import { apart } from '@/lib/text/apart'

/** A meeting's suspensions; the presiding officer ends and begins them here. */
export function Suspensions({
  sessionId,
  meeting,
  actions,
}: {
  sessionId: string
  meeting: MeetingView
  actions: { suspend: FormAction; resume: FormAction } | null
}) {
  const t = translations('sitting')
  const isSuspended = meeting.suspensions.some(({ untilAt }) => untilAt === null)
  return (
    <section>
      <h2 className="mb-2 font-serif text-xl font-semibold">{t('suspensions')}</h2>
      {meeting.suspensions.length === 0 && <p className="text-quiet">{t('noSuspensions')}</p>}
      <ul>
        {meeting.suspensions.map(({ id, fromAt, untilAt, reason }) => (
          <li key={id}>
            {printSeatHour(fromAt)}–{untilAt ? printSeatHour(untilAt) : t('untilNow')}
            {reason && <span className="text-quiet"> · {apart(reason)}</span>}
          </li>
        ))}
      </ul>
      {actions && isSuspended && (
        <ActForm
          action={actions.resume}
          values={{ sessionId, meetingId: meeting.id }}
          className="mt-3"
          button={t('resumeMeeting')}
        />
      )}
      {actions && !isSuspended && (
        <Form action={actions.suspend} className="mt-3 grid max-w-md gap-3">
          <input type="hidden" name="sessionId" value={sessionId} />
          <input type="hidden" name="meetingId" value={meeting.id} />
          <Field name="reason" label={t('reason')} />
          <div>
            <SubmitButton tone="quiet">{t('suspendMeeting')}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}
