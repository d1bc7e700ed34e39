import type { Metadata } from 'next'
import { FloorClock } from '@/components/meetings/speakers/floor-clock'
import { FloorForm } from '@/components/meetings/speakers/floor-form'
import { ListLive } from '@/components/meetings/speakers/list-live'
import { SpeakerRows } from '@/components/meetings/speakers/speaker-rows'
import { SpeakersSettings } from '@/components/meetings/speakers/speakers-settings'
import { ClientMessages } from '@/components/messages/client-messages'
import { Rooms } from '@/components/meetings/rooms'
import { ActForm } from '@/components/ui/act-form'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime } from '@/lib/clock'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { listDelegations } from '@/lib/delegations/queries'
import { orNotFound } from '@/lib/errors'
import { page } from '@/lib/http/access'
import { listAgendaStates, listMeetings } from '@/lib/meetings/sittings/queries'
import { canGiveFloor, canSetSpeakersList, canWithdrawFloor } from '@/lib/meetings/speakers/policy'
import { listFloorHolders, loadFloor } from '@/lib/meetings/speakers/floor-queries'
import { countListActs, getSpeakersList } from '@/lib/meetings/speakers/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { listOwnGroups } from '@/lib/sessions/attribution/queries'
import { getGroup } from '@/lib/sessions/groups/queries'
import { getSession } from '@/lib/sessions/queries'
import { ask, call, close, open, order, spoke, takeBack, withdraw } from '../actions'

export const generateMetadata = async ({
  params,
}: {
  params: Promise<{ item: string }>
}): Promise<Metadata> => ({
  title: translations('sitting')('speakersOnItem', { item: (await params).item }),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('sitting')
  const version = await countListActs(session)
  const holders = await listFloorHolders(session)
  const { item, list: row } = await getSpeakersList(session, params.item!)
  const list = orNotFound(row)
  const keeps = canSetSpeakersList(actor, session.id).allowed
  const [{ powers }, meetings, groups, delegations, floor] = await Promise.all([
    listAgendaStates(session),
    listMeetings(session),
    keeps ? groupsOf(actor, session) : listOwnGroups(actor, session),
    keeps ? listDelegations(session) : [],
    loadFloor(session.id),
  ])
  const gives = canGiveFloor(actor, session.id, powers).allowed
  const place = membershipIn(actor, session.id)
  const itemName = `${item.number}${item.letter}`
  return (
    <>
      <PageHeading
        trail={[{ href: paths.speakers(session.slug), label: t('speakersTitle') }]}
        title={t('speakersOn', { item: itemName, title: item.title })}
        actions={
          <>
            <a href={paths.screen(session.slug)} className="button">
              {translations('plenary')('screen')}
            </a>
            {keeps && !list.closedAt && (
              <ActForm
                action={close}
                values={{ listId: list.id }}
                tone="quiet"
                button={t('closeList')}
              />
            )}
          </>
        }
      >
        {[
          t('opensAt', { time: printSeatTime(list.opensAt) }),
          list.closedAt && t('closedAt', { time: printSeatTime(list.closedAt) }),
          t('minutes', {
            states: list.stateMinutes,
            groups: list.groupMinutes,
            others: list.otherMinutes,
          }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </PageHeading>
      <Rooms slug={session.slug} current="speakers" />
      <ClientMessages namespaces={['floor', 'live']}>
        <FloorClock view={floor} />
        <ListLive
          address={paths.speakersStream(session.slug, itemName)}
          version={version}
          statementIds={list.statements.map(({ id }) => id)}
          holders={holders}
        />
      </ClientMessages>
      {list.rule && <p className="mb-4 max-w-prose border-s-4 border-line ps-4">{list.rule}</p>}
      <SpeakerRows
        slug={session.slug}
        list={list}
        meetings={meetings}
        actions={gives ? { call, spoke, order, takeBack } : null}
        held={holders}
        mayWithdraw={(statement) =>
          canWithdrawFloor(actor, { ...statement, sessionId: session.id }).allowed
        }
        withdraw={withdraw}
      />
      {(place || keeps) && (
        <FloorForm
          list={list}
          delegation={place ? { name: place.delegationName, kind: place.entityKind } : null}
          delegations={delegations}
          groups={groups}
          ask={ask}
        />
      )}
      {keeps && (
        <SpeakersSettings
          session={session}
          opensAt={list.opensAt}
          items={[item]}
          present={list}
          open={open}
        />
      )}
    </>
  )
})

/** All groups known to the group: the list's keeper enters requests of any. */
const groupsOf = async (actor: Actor, { groupId }: { groupId: string }) =>
  (await getGroup(actor, groupId)).groupsOfStates
