import 'server-only'
import type { Tx } from '@/lib/db/client'
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
    /** The database's time at which this was read, after its locks. */
    readAt: Date
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

type Reader = Pick<Tx, '$queryRaw'>

/** The circulation of this id, if it was opened; else refused as not found. */
export async function loadCirculation(
  tx: Reader & Pick<Tx, 'circulationAddressee'>,
  id: string,
): Promise<LoadedCirculation> {
  const circulation = await load(tx, id)
  const addressees = await tx.circulationAddressee.findMany({
    where: { circulationId: id },
    select: { delegationId: true },
  })
  return { ...circulation, addresseeIds: addressees.map(({ delegationId }) => delegationId) }
}

/** One statement, as three hundred releases read it in the last second before a deadline. */
async function load(tx: Reader, id: string): Promise<Omit<LoadedCirculation, 'addresseeIds'>> {
  const rows = await tx.$queryRaw<Omit<LoadedCirculation, 'addresseeIds'>[]>`
    SELECT circulation.id, circulation."sessionId", circulation.title,
      circulation."postingRule"::text AS "postingRule", circulation."openedAt",
      circulation."openUntil", circulation."postAt", session.slug, session.ordinal,
      "group"."eventWord", "group"."stakeholdersMayComment", "group"."observersMayTakePosition",
      clock_timestamp() AS "readAt"
    FROM "Circulation" AS circulation
    JOIN "Session" AS session ON session.id = circulation."sessionId"
    JOIN "ExpertGroup" AS "group" ON "group".id = session."groupId"
    WHERE circulation.id = ${id}::uuid AND circulation."openedAt" IS NOT NULL`
  return orNotFound(rows[0])
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
export function requireOpenAtArrival(
  actor: Pick<Actor, 'request'>,
  { openedAt, openUntil, readAt }: Pick<LoadedCirculation, 'openedAt' | 'openUntil' | 'readAt'>,
  key: 'circulationClosed' | 'takePartClosed' = 'circulationClosed',
): Date {
  const receivedAt = receivedBy(actor, readAt)
  if (receivedAt >= openUntil || receivedAt < openedAt) throw new Refused('closed', key)
  return receivedAt
}
