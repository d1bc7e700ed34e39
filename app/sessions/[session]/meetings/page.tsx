import type { Metadata } from 'next'
import { AgendaStates } from '@/components/meetings/agenda-states'
import { MeetingFields } from '@/components/meetings/meeting-fields'
import { MeetingRows } from '@/components/meetings/meeting-rows'
import { Rooms } from '@/components/meetings/rooms'
import { ActForm } from '@/components/ui/act-form'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { canKeepMeetings, canTakeAgendaStep } from '@/lib/meetings/sittings/policy'
import { listAgendaStates, listMeetings } from '@/lib/meetings/sittings/queries'
import { translations } from '@/lib/messages'
import { getSession } from '@/lib/sessions/queries'
import { placeAndDates } from '@/lib/sessions/session-view'
import { add, make, takeStep } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('sitting')('meetingsTitle'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('sitting')
  const [meetings, { items, powers }] = await Promise.all([
    listMeetings(session),
    listAgendaStates(session),
  ])
  const keeps = canKeepMeetings(actor, session.id).allowed
  return (
    <>
      <PageHeading title={t('meetingsTitle')}>
        {placeAndDates(session)}. {t('meetingsLead')}
      </PageHeading>
      <Rooms slug={session.slug} current="meetings" />
      <MeetingRows slug={session.slug} meetings={meetings} />
      {keeps && (
        <section className="sheet no-print mt-6 max-w-xl p-5">
          {meetings.length === 0 ? (
            <>
              <p className="mb-4 text-sm text-quiet">{t('makeHint')}</p>
              <ActForm
                action={make}
                values={{ sessionId: session.id, version: session.version }}
                button={t('make')}
              />
            </>
          ) : (
            <Form action={add}>
              <h2 className="font-serif text-xl font-semibold">{t('addMeeting')}</h2>
              <input type="hidden" name="sessionId" value={session.id} />
              <input type="hidden" name="version" value={session.version} />
              <MeetingFields />
              <div>
                <SubmitButton tone="quiet">{t('addMeeting')}</SubmitButton>
              </div>
            </Form>
          )}
        </section>
      )}
      <AgendaStates
        session={session}
        items={items}
        may={(item, step) =>
          canTakeAgendaStep(actor, { sessionId: session.id, state: item.state }, step, powers)
            .allowed
        }
        take={takeStep}
      />
    </>
  )
})
