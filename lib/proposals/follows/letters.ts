import 'server-only'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { readerFacts, readerOf, write } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { takerOf } from '@/lib/proposals/withdrawal/stands-for'
import { paths } from '@/lib/paths'

/** Events of a proposal, for its followers. */
type FollowedEvent = 'submitted' | 'revised' | 'withdrawn' | 'takenOver' | 'commented' | 'amended'

/** Events for followers of the agenda item or the State too; the rest go to followers of the proposal alone. */
const OF_THE_PROPOSAL: readonly FollowedEvent[] = ['submitted', 'revised', 'withdrawn', 'takenOver']

/**
 * Tells those who follow a proposal, its agenda item, its State or the one that took it over about an event, except those
 * who acted or get another letter: `except` names their delegations, `informed` the people. No letter holds words of a text.
 */
export async function tellFollowers(
  tx: Tx,
  event: FollowedEvent,
  proposalId: string,
  {
    except,
    informed = [],
    path,
  }: { except: readonly string[]; informed?: readonly string[]; path?: string },
): Promise<void> {
  const followed = { some: { id: proposalId } }
  const taken = { proposalId, endedAt: null }
  const people = await tx.person.findMany({
    where: {
      id: { notIn: [...informed] },
      disabledAt: null,
      follows: {
        some: {
          OR: [
            { proposalId },
            ...(OF_THE_PROPOSAL.includes(event)
              ? [
                  { agendaItem: { proposals: followed } },
                  { entity: { delegations: { some: { proposals: followed } } } },
                  { entity: { delegations: { some: { takeOvers: { some: taken } } } } },
                ]
              : []),
          ],
        },
      },
      places: { none: { delegationId: { in: [...except] }, endedAt: null } },
      // A person who lost every seat and office takes no part any more.
      OR: [{ places: { some: { endedAt: null } } }, { offices: { some: { endedAt: null } } }],
    },
    orderBy: { email: 'asc' },
    select: readerFacts,
  })
  // Most proposals have no followers: the rest is then not read.
  if (people.length === 0) return
  const { sessionId, number } = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: { sessionId: true, number: true },
  })
  const t = letters()
  const { slug, short: session } = await letterSession(tx, sessionId)
  const page = path ?? paths.proposal(slug, number)
  const state = event === 'takenOver' ? await takerOf(tx, proposalId) : ''
  const about = { session, number, event, state, address: addressOf(page) }
  await write(tx, people.map(readerOf), ({ name }) => ({
    matter: 'followed',
    path: page,
    subject: t('followed.subject', about),
    text: t('followed.text', { ...about, name }),
  }))
}
