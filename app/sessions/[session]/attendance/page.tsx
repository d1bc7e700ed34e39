import type { Metadata } from 'next'
import { AttendanceForms } from '@/components/meetings/attendance-forms'
import { Rooms } from '@/components/meetings/rooms'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { getAttendance } from '@/lib/meetings/attendance/queries'
import { canKeepMeetings } from '@/lib/meetings/sittings/policy'
import { translations } from '@/lib/messages'
import { getSession } from '@/lib/sessions/queries'
import { note, set } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('sitting')('attendanceTitle'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('sitting')
  const words = translations('entityKinds')
  const attendance = await getAttendance(session)
  const isFinal = attendance.counts.every(({ provisional }) => !provisional)
  return (
    <>
      <PageHeading title={t('attendanceTitle')}>{t('attendanceLead')}</PageHeading>
      <Rooms slug={session.slug} here="attendance" />
      {attendance.counts.length === 0 ? (
        <p className="text-quiet">{t('noCounts')}</p>
      ) : (
        <>
          <dl className="grid max-w-md gap-y-2">
            {attendance.counts.map(({ kind, count }) => (
              <div key={kind} className="flex justify-between gap-4 border-b border-line pb-1">
                <dt>{words(kind)}</dt>
                <dd className="font-semibold">{count ?? t('some')}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 text-sm text-quiet">
            {t(isFinal ? 'countsFinal' : 'countsProvisional')}
          </p>
        </>
      )}
      {attendance.noted.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-2 font-serif text-xl font-semibold">{t('notedTitle')}</h2>
          <p className="max-w-prose">
            {attendance.noted.map(({ entity }) => entity.name).join(', ')}
          </p>
        </section>
      )}
      {canKeepMeetings(actor, session.id).allowed && (
        <AttendanceForms session={session} attendance={attendance} actions={{ set, note }} />
      )}
    </>
  )
})
