import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import type { Actor } from '@/lib/delegations/actor'
import { receivedBy } from '@/lib/delegations/arrival'
import { orNotFound, Refused } from '@/lib/errors'
import type { Posting } from '@/lib/circulation/posting/posted'
import type { CirculationSetting } from './policy'

/** A circulation that was opened, as acts on its comments need it. */
export type LoadedCirculation = CirculationSetting &
  Posting & {
    id: string
    slug: string
    ordinal: number
    eventWord: string
    title: string
    openedAt: Date
  }

/** What of its session the rules and the names of a circulation need. */
export const sessionColumns = {
  select: {
    slug: true,
    ordinal: true,
    group: {
      select: { eventWord: true, stakeholdersMayComment: true, observersMayTakePosition: true },
    },
  },
} as const

const columns = {
  id: true,
  sessionId: true,
  title: true,
  postingRule: true,
  openedAt: true,
  openUntil: true,
  postAt: true,
  session: sessionColumns,
} as const

/** The circulation of this id, if it was opened; else refused as not found. */
export async function loadCirculation(
  tx: Pick<Tx, 'circulation' | 'circulationAddressee'>,
  id: string,
): Promise<LoadedCirculation> {
  const circulation = await load(tx, id)
  const addressees = await tx.circulationAddressee.findMany({
    where: { circulationId: id },
    select: { delegationId: true },
  })
  return { ...circulation, addresseeIds: addressees.map(({ delegationId }) => delegationId) }
}

async function load(tx: Pick<Tx, 'circulation'>, id: string) {
  const { session, openedAt, ...circulation } = orNotFound(
    await tx.circulation.findUnique({ where: { id }, select: columns }),
  )
  const { group, ...named } = session
  return { ...circulation, ...named, ...group, openedAt: orNotFound(openedAt) }
}

/**
 * The same for an act on comments of one delegation: the circulation stays as it is until the act is stored, and the
 * acts of that delegation in it have an order. Of the addressees it names that delegation alone.
 */
export async function lockCirculation(
  tx: Tx,
  id: string,
  delegationId: string,
): Promise<LoadedCirculation> {
  await lockRow(tx, 'Circulation', id, 'share')
  const addressee = await tx.circulationAddressee.findUnique({
    where: { circulationId_delegationId: { circulationId: id, delegationId } },
    select: { id: true },
  })
  if (addressee) await lockRow(tx, 'CirculationAddressee', addressee.id)
  return { ...(await load(tx, id)), addresseeIds: addressee ? [delegationId] : [] }
}

/**
 * Refuses with `closed` and the key's sentence unless the circulation was open when the actor's request arrived, and
 * returns that moment. The circulation must be locked.
 */
export async function requireOpenAtArrival(
  tx: Tx,
  actor: Pick<Actor, 'request'>,
  { openedAt, openUntil }: Pick<LoadedCirculation, 'openedAt' | 'openUntil'>,
  key: 'circulationClosed' | 'takePartClosed' = 'circulationClosed',
): Promise<Date> {
  const receivedAt = receivedBy(actor, await clockTime(tx))
  if (receivedAt >= openUntil || receivedAt < openedAt) throw new Refused('closed', key)
  return receivedAt
}
