import type { Metadata } from 'next'
import { Closing } from '@/components/meetings/attendance/closing'
import { CountsForm } from '@/components/meetings/attendance/counts-form'
import { CountsTable } from '@/components/meetings/attendance/counts-table'
import { SignInBox } from '@/components/meetings/attendance/sign-in'
import { Rooms } from '@/components/meetings/rooms'
import { PageHeading } from '@/components/ui/page-heading'
import { membershipIn } from '@/lib/delegations/actor'
import { entityKinds } from '@/lib/delegations/kinds'
import { page } from '@/lib/http/access'
import { isFinal } from '@/lib/meetings/attendance/marks'
import {
  canCloseAttendance,
  canKeepAttendance,
  canReopenAttendance,
  canSignIn,
} from '@/lib/meetings/attendance/policy'
import { type AttendanceView, getAttendance } from '@/lib/meetings/attendance/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { close, reopen, set, sign } from './actions'
import { listed } from '@/lib/text/apart'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('attendance')('title'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('attendance')
  const attendance = await getAttendance(session)
  const { counts, meetings, rows, isEmpty, readAt: at } = attendance
  const keeps = canKeepAttendance(actor, attendance).allowed
  const place = membershipIn(actor, session.id)
  const sitting = meetings.find((meeting) => canSignIn(actor, attendance, { meeting, at }).allowed)
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          <>
            {keeps && (
              <a href={paths.attendanceEntry(session.slug)} className="button button-main">
                {t('enter')}
              </a>
            )}
            <a href={paths.participants(session.slug)} className="button">
              {t('participants')}
            </a>
          </>
        }
      >
        {t(isEmpty ? 'nobody' : isFinal(attendance) ? 'final' : 'provisional')}
      </PageHeading>
      <Rooms slug={session.slug} current="attendance" />
      {sitting && place && (
        <SignInBox
          meeting={sitting}
          delegation={place.delegationName}
          isNoted={rows.some(
            ({ delegationId, marks }) => delegationId === place.delegationId && marks[sitting.id],
          )}
          action={sign}
        />
      )}
      <div className="grid gap-10">
        <CountsTable slug={session.slug} attendance={attendance} />
        <div className="grid items-start gap-10 lg:grid-cols-2">
          <div className="grid gap-10">
            {counts.length > 0 && <OwnCounts attendance={attendance} />}
            <Attended rows={rows} />
          </div>
          <Closing
            attendance={attendance}
            acts={{
              close: canCloseAttendance(actor, attendance).allowed ? close : null,
              reopen: canReopenAttendance(actor, attendance).allowed ? reopen : null,
            }}
          />
        </div>
        {keeps && (
          <details className="no-print max-w-2xl" open={counts.length > 0 || isEmpty}>
            <summary className="way mb-3 cursor-pointer font-semibold text-accent">
              {t('setCounts')}
            </summary>
            <CountsForm session={session} counts={counts} action={set} />
          </details>
        )}
      </div>
    </>
  )
})

/** The counts that the Secretariat set itself. */
function OwnCounts({ attendance }: { attendance: AttendanceView }) {
  const t = translations('attendance')
  const words = translations('attendance.plurals')
  return (
    <section aria-labelledby="own-counts">
      <h2 id="own-counts" className="font-serif text-xl font-semibold">
        {t('ownCounts')}
      </h2>
      <p className="mb-3 max-w-prose text-sm text-quiet">
        {t(attendance.noted.length > 0 ? 'ownCountsInstead' : 'ownCountsHint')}
      </p>
      <dl className="grid max-w-md gap-y-2">
        {attendance.counts.map(({ kind, count }) => (
          <div key={kind} className="flex justify-between gap-4 border-b border-line pb-1">
            <dt>{words(kind)}</dt>
            <dd className="font-semibold tabular-nums">{count ?? t('some')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The attendance, by kind. */
function Attended({ rows }: Pick<AttendanceView, 'rows'>) {
  const words = translations('attendance.plurals')
  const attendees = rows.filter(({ marks }) => Object.keys(marks).length > 0)
  if (attendees.length === 0) return null
  return (
    <section aria-labelledby="attended" className="max-w-prose">
      <h2 id="attended" className="mb-2 font-serif text-xl font-semibold">
        {translations('attendance')('attended')}
      </h2>
      {entityKinds.map((kind) => {
        const names = attendees.filter((row) => row.kind === kind).map(({ name }) => name)
        return names.length > 0 ? (
          <p key={kind} className="mb-3">
            <span className="font-semibold">{words(kind)}:</span> {listed(names)}.
          </p>
        ) : null
      })}
    </section>
  )
}
