import 'server-only'
import { clockTime, db } from '@/lib/db/client'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { assertFound, authorize, orNotFound } from '@/lib/errors'
import { isPosted, type PostingRule } from '@/lib/circulation/posting/posted'
import { isListAdopted } from './list-adopted'
import { canReadCirculations, preparesCirculations } from './policy'

/** The phase of a circulation by the database's clock. */
type CirculationPhase = 'prepared' | 'open' | 'closed'

const phaseOf = (
  { openedAt, openUntil }: { openedAt: Date | null; openUntil: Date },
  now: Date,
): CirculationPhase => (openedAt === null ? 'prepared' : openUntil > now ? 'open' : 'closed')

/** The `where` of the circulations that are open at a moment of the database's clock. */
export const openAt = (now: Date) => ({ openedAt: { not: null }, openUntil: { gt: now } })

/** A list of a circulation, by its session. */
export type CirculatedListView = { id: string; symbol: string; ordinal: number; items: number }

/** A circulation as a line of the overview. */
export type CirculationLine = {
  id: string
  title: string
  phase: CirculationPhase
  openUntil: Date
  postingRule: PostingRule
  postAt: Date | null
  /** Whether its comments are public now. */
  isPosted: boolean
  lists: CirculatedListView[]
  /** Whether the reader's delegation is asked; and the number of its items that it looked at. */
  isAsked: boolean
  items: number
  looked: number
}

/** The circulations of a session, the latest first. The Secretariat alone sees those in preparation. */
export async function listCirculations(
  actor: Actor,
  { id: sessionId }: { id: string },
): Promise<CirculationLine[]> {
  assertFound(canReadCirculations(actor, sessionId))
  const isOffice = preparesCirculations(actor, sessionId)
  const delegationId = membershipIn(actor, sessionId)?.delegationId
  const ofDelegation = { where: { delegationId: { in: delegationId ? [delegationId] : [] } } }
  const [now, circulations] = await Promise.all([
    clockTime(db),
    db.circulation.findMany({
      where: { sessionId, ...(!isOffice && { openedAt: { not: null } }) },
      orderBy: { id: 'desc' },
      select: {
        id: true,
        title: true,
        openedAt: true,
        openUntil: true,
        postingRule: true,
        postAt: true,
        lists: listsOf,
        addressees: { ...ofDelegation, select: { id: true } },
        _count: { select: { looks: ofDelegation } },
      },
    }),
  ])
  return circulations.map(({ openedAt, addressees, _count, lists, ...circulation }) => {
    const listViews = lists.map(({ list }) => listView(list))
    return {
      ...circulation,
      phase: phaseOf({ openedAt, openUntil: circulation.openUntil }, now),
      isPosted: isPosted({ ...circulation, openedAt }, now),
      lists: listViews,
      isAsked: addressees.length > 0,
      items: listViews.reduce((sum, { items }) => sum + items, 0),
      looked: _count.looks,
    }
  })
}

/** The next deadline of the circulations that the actor may read and that are open now, by the id of the session. */
export async function listDeadlines(actor: Actor): Promise<Map<string, Date>> {
  const circulations = await db.circulation.findMany({
    where: openAt(await clockTime(db)),
    orderBy: { openUntil: 'desc' },
    select: { sessionId: true, openUntil: true },
  })
  return new Map(
    circulations
      .filter(({ sessionId }) => canReadCirculations(actor, sessionId))
      .map(({ sessionId, openUntil }) => [sessionId, openUntil]),
  )
}

const listsOf = {
  orderBy: { position: 'asc' },
  select: {
    list: {
      select: {
        id: true,
        symbol: true,
        session: { select: { ordinal: true } },
        _count: { select: { items: true } },
      },
    },
  },
} as const

const listView = ({
  session,
  _count,
  ...list
}: {
  id: string
  symbol: string
  session: { ordinal: number }
  _count: { items: number }
}): CirculatedListView => ({ ...list, ordinal: session.ordinal, items: _count.items })

/** Whether the session's list is adopted, for readers of its circulations: no new one follows. */
export async function getListAdopted(actor: Actor, session: { id: string }): Promise<boolean> {
  assertFound(canReadCirculations(actor, session.id))
  return isListAdopted(db, session)
}

/** A circulation as the Secretariat prepares it. */
export type PreparedCirculation = {
  id: string
  sessionId: string
  version: number
  title: string
  letter: string
  languages: string[]
  postingRule: PostingRule
  postAt: Date | null
  openUntil: Date
  openedAt: Date | null
  /** The list of the session is adopted: comments come too late. */
  listAdopted: boolean
  remindDays: number[]
  phase: CirculationPhase
  /** This moment by the database's clock. */
  now: Date
  lists: CirculatedListView[]
  /** The number of addressees. */
  asked: number
  extensions: { formerUntil: Date; openUntil: Date; reason: string; extendedAt: Date }[]
}

/** A circulation of this session for the Secretariat; not found for others. */
export async function getPreparedCirculation(
  actor: Actor,
  { id: sessionId }: { id: string },
  id: string,
): Promise<PreparedCirculation> {
  authorize(preparesCirculations(actor, sessionId), 'secretariatOnly')
  const [now, row] = await Promise.all([
    clockTime(db),
    db.circulation.findFirst({
      where: { id, sessionId },
      include: {
        lists: listsOf,
        extensions: { orderBy: { extendedAt: 'asc' } },
        session: { select: { consolidatedList: { select: { adoptedAt: true } } } },
        _count: { select: { addressees: true } },
      },
    }),
  ])
  const { lists, session, _count, ...circulation } = orNotFound(row)
  return {
    ...circulation,
    asked: _count.addressees,
    listAdopted: Boolean(session.consolidatedList?.adoptedAt),
    phase: phaseOf(circulation, now),
    now,
    lists: lists.map(({ list }) => listView(list)),
  }
}

/** The issued lists of the group, which a circulation can send out, the oldest session first. */
export async function listIssued(
  actor: Actor,
  session: { id: string; groupId: string },
): Promise<CirculatedListView[]> {
  authorize(preparesCirculations(actor, session.id), 'secretariatOnly')
  const lists = await db.preliminaryList.findMany({
    where: { issuedAt: { not: null }, session: { groupId: session.groupId } },
    orderBy: { session: { ordinal: 'asc' } },
    select: listsOf.select.list.select,
  })
  return lists.map(listView)
}
