import type { Metadata } from 'next'
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
import { page } from '@/lib/http/access'
import { canKeepMeetings, canSuspendMeeting } from '@/lib/meetings/sittings/policy'
import { getMeeting, listAgendaStates } from '@/lib/meetings/sittings/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { listBureau } from '@/lib/sessions/bureau/queries'
import { getSession } from '@/lib/sessions/queries'
import { change, consider, remove, resume, setHours, suspend } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('sitting')('meeting'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('sitting')
  const [meeting, { items, powers }, bureau] = await Promise.all([
    getMeeting(session, Number(params.meeting)),
    listAgendaStates(session),
    listBureau(session),
  ])
  const keeps = canKeepMeetings(actor, session.id).allowed
  const suspends = canSuspendMeeting(actor, session.id, powers).allowed
  const facts = [printDate(meeting.date), hoursOf(meeting), meeting.presidedBy]
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
      <Rooms slug={session.slug} here="meetings" />
      <div className="grid items-start gap-10 lg:grid-cols-2">
        <div className="grid gap-10">
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
