import { MeetingAttendance } from '@/components/meetings/attendance/meeting-attendance'
import { SignInBox } from '@/components/meetings/attendance/sign-in'
import { ConsideredItems } from '@/components/meetings/considered-items'
import { MeetingFields } from '@/components/meetings/meeting-fields'
import { hoursOf } from '@/components/meetings/meeting-rows'
import { Rooms } from '@/components/meetings/rooms'
import { Suspensions } from '@/components/meetings/suspensions'
import { Confirmed } from '@/components/ui/confirmed'
import { CheckGroup, SelectField } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { ordinalFigure, printDate } from '@/lib/clock'
import { membershipIn } from '@/lib/delegations/actor'
import { page, titled } from '@/lib/http/access'
import { getMeetingAttendance } from '@/lib/meetings/attendance/queries'
import { canKeepMeetings, canSuspendMeeting } from '@/lib/meetings/sittings/policy'
import { getMeeting, listAgendaStates } from '@/lib/meetings/sittings/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { listBureau } from '@/lib/sessions/bureau/queries'
import { getSession } from '@/lib/sessions/queries'
import { sign } from '../../attendance/actions'
import { change, consider, remove, resume, setHours, suspend } from '../actions'

export const generateMetadata = titled(
  'participant',
  () => translations('sitting')('meeting'),
  async (actor, { params }) => {
    const session = await getSession(actor, params.session!)
    const { number } = await getMeeting(session, Number(params.meeting))
    return translations('sitting')('nthMeeting', { meeting: ordinalFigure(number) })
  },
)

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('sitting')
  const meeting = await getMeeting(session, Number(params.meeting))
  const [{ items, powers }, bureau, attendance] = await Promise.all([
    listAgendaStates(session),
    listBureau(session),
    getMeetingAttendance(actor, { ...meeting, sessionId: session.id }),
  ])
  const keeps = canKeepMeetings(actor, session.id).allowed
  const suspends = canSuspendMeeting(actor, session.id, powers).allowed
  const facts = [printDate(meeting.date), hoursOf(meeting), meeting.presidedBy]
  const place = membershipIn(actor, session.id)
  const ids = (
    <>
      <input type="hidden" name="sessionId" value={session.id} />
      <input type="hidden" name="version" value={session.version} />
      <input type="hidden" name="meetingId" value={meeting.id} />
    </>
  )
  return (
    <>
      <PageHeading
        trail={[{ href: paths.meetings(session.slug), label: t('meetingsTitle') }]}
        title={t('nthMeeting', { meeting: ordinalFigure(meeting.number) })}
      >
        {facts.filter(Boolean).join(' · ')}
      </PageHeading>
      <Rooms slug={session.slug} current="meetings" />
      {place && attendance.canSignIn && (
        <SignInBox
          meeting={meeting}
          delegation={place.delegationName}
          isNoted={attendance.isNoted}
          action={sign}
        />
      )}
      <div className="grid items-start gap-10 lg:grid-cols-2">
        <div className="grid gap-10">
          <MeetingAttendance
            counts={attendance.counts}
            address={
              keeps
                ? paths.attendanceEntry(session.slug, meeting.id)
                : paths.attendance(session.slug)
            }
            keeps={keeps}
          />
          <ConsideredItems meeting={meeting} setHours={keeps ? setHours : null} />
          <Suspensions
            sessionId={session.id}
            meeting={meeting}
            actions={suspends ? { suspend, resume } : null}
          />
        </div>
        {keeps && (
          <div className="grid gap-8">
            <Form action={consider} className="sheet grid gap-5 p-5">
              {ids}
              <CheckGroup
                name="items"
                legend={t('consideredLegend')}
                options={items.map(({ id, number, letter, title }) => ({
                  value: id,
                  label: `${number}${letter && ` (${letter})`} ${title}`,
                  checked: meeting.items.some(({ agendaItem }) => agendaItem.id === id),
                }))}
              />
              <div>
                <SubmitButton>{t('saveConsidered')}</SubmitButton>
              </div>
            </Form>
            <Form action={change} className="sheet grid gap-5 p-5">
              {ids}
              <MeetingFields meeting={meeting} />
              <SelectField
                name="presidingId"
                label={t('presiding')}
                defaultValue={meeting.presiding?.id ?? ''}
                options={[
                  { value: '', label: t('whoeverHasPowers') },
                  ...bureau
                    .filter(({ capacity }) => capacity === 'chair' || capacity === 'viceChair')
                    .map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
                ]}
              />
              <div>
                <SubmitButton tone="quiet">{t('saveMeeting')}</SubmitButton>
              </div>
            </Form>
            <Confirmed
              title={t('removeMeeting')}
              label={t('removeMeetingOf', { meeting: ordinalFigure(meeting.number) })}
              action={remove}
            >
              {ids}
            </Confirmed>
          </div>
        )}
      </div>
    </>
  )
})
