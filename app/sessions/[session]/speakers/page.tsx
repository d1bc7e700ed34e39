import type { Metadata } from 'next'
import { Rooms } from '@/components/meetings/rooms'
import { SpeakersSettings } from '@/components/meetings/speakers/speakers-settings'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime, seatInstant } from '@/lib/clock'
import { page } from '@/lib/http/access'
import { listMeetings } from '@/lib/meetings/sittings/queries'
import { canSetSpeakersList } from '@/lib/meetings/speakers/policy'
import { listSpeakersLists } from '@/lib/meetings/speakers/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getGroup } from '@/lib/sessions/groups/queries'
import { canChangeSession } from '@/lib/sessions/policy'
import { getSession } from '@/lib/sessions/queries'
import { open } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('sitting')('speakersTitle'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('sitting')
  const sets = canSetSpeakersList(actor, session.id).allowed
  const [items, meetings, group] = await Promise.all([
    listSpeakersLists(session),
    sets ? listMeetings(session) : [],
    sets ? getGroup(actor, session.groupId) : null,
  ])
  const lists = items.filter(({ list }) => list !== null)
  const without = items.filter(({ list }) => list === null)
  return (
    <>
      <PageHeading title={t('speakersTitle')}>{t('speakersLead')}</PageHeading>
      <Rooms slug={session.slug} current="speakers" />
      {lists.length === 0 && <p className="text-quiet">{t('noSpeakersLists')}</p>}
      {items.length === 0 && canChangeSession(actor, session.id) && (
        <p className="mt-2">
          <a href={paths.agenda(session.slug)} className="way">
            {t('agendaFirst')}
          </a>
        </p>
      )}
      <ul className="grid gap-3">
        {lists.map(({ id, number, letter, title, list }) => (
          <li key={id} className="border-t border-line pt-3">
            <a
              href={paths.speakersOn(session.slug, `${number}${letter}`)}
              className="font-semibold"
            >
              {number}
              {letter && ` (${letter})`} {title}
            </a>
            <p className="text-sm text-quiet">
              {[
                t('opensAt', { time: printSeatTime(list!.opensAt) }),
                list!.closedAt && t('closedAt', { time: printSeatTime(list!.closedAt) }),
                t('requests', { count: list!.requests }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {group && without.length > 0 && (
        <SpeakersSettings
          session={session}
          opensAt={
            meetings[0]?.startsAt ??
            seatInstant(session.startsOn, group.morningFrom) ??
            session.startsOn
          }
          items={without}
          open={open}
        />
      )}
    </>
  )
})
