import 'server-only'
import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { noteLock } from '@/lib/db/row-locks'
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

/** The session's facts for the rules and the names of a circulation. */
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

/** The opened circulation of this id; else refused as not found. */
export async function loadCirculation(
  tx: Reader & Pick<Tx, 'circulationAddressee'>,
  id: string,
): Promise<LoadedCirculation> {
  const { addresseeId: _, ...circulation } = await load(tx, circulationOf(id))
  const addressees = await tx.circulationAddressee.findMany({
    where: { circulationId: id },
    select: { delegationId: true },
  })
  return { ...circulation, addresseeIds: addressees.map(({ delegationId }) => delegationId) }
}

/**
 * The same for an act on comments of one delegation: the circulation stays as it is until the act is stored, and the
 * acts of that delegation in it have an order. Of the addressees it names that delegation alone. One statement locks
 * and reads, since hundreds of acts run it in the last second before a deadline.
 */
export async function lockCirculation(
  tx: Tx,
  id: string,
  delegationId: string,
): Promise<LoadedCirculation> {
  noteLock(tx, 'Circulation')
  noteLock(tx, 'CirculationAddressee')
  const { addresseeId, ...circulation } = await load(tx, lockedCirculationOf(id, delegationId))
  return { ...circulation, addresseeIds: addresseeId ? [delegationId] : [] }
}

type Row = Omit<LoadedCirculation, 'addresseeIds'> & { addresseeId: string | null }

async function load(tx: Reader, source: Prisma.Sql): Promise<Row> {
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    WITH ${source}
    SELECT circulation.id, circulation."sessionId", circulation.title,
      circulation."postingRule"::text AS "postingRule", circulation."openedAt",
      circulation."openUntil", circulation."postAt", session.slug, session.ordinal,
      "group"."eventWord", "group"."stakeholdersMayComment", "group"."observersMayTakePosition",
      addressee.id AS "addresseeId", clock_timestamp() AS "readAt"
    FROM circulation
    JOIN "Session" AS session ON session.id = circulation."sessionId"
    JOIN "ExpertGroup" AS "group" ON "group".id = session."groupId"
    LEFT JOIN addressee ON TRUE`)
  return orNotFound(rows[0])
}

const circulationOf = (id: string): Prisma.Sql => Prisma.sql`
  circulation AS (
    SELECT * FROM "Circulation" WHERE id = ${id}::uuid AND "openedAt" IS NOT NULL),
  addressee AS (SELECT NULL::uuid AS id)`

/** Locks the circulation, then the row of the delegation among its addressees; the clock is read after both. */
const lockedCirculationOf = (id: string, delegationId: string): Prisma.Sql => Prisma.sql`
  circulation AS MATERIALIZED (
    SELECT * FROM "Circulation" WHERE id = ${id}::uuid AND "openedAt" IS NOT NULL FOR SHARE),
  addressee AS MATERIALIZED (
    SELECT id FROM "CirculationAddressee"
    WHERE "circulationId" = (SELECT id FROM circulation) AND "delegationId" = ${delegationId}::uuid
    FOR NO KEY UPDATE)`

/** After the deadline: nothing was changed; the comments stay in hand; the words are in the form alone. */
export type ClosedKey = `circulationClosed${'' | 'InHand' | 'InForm'}`

/**
 * Refuses with `closed` and the key's sentence unless the circulation was open when the actor's request arrived, and
 * returns that moment. The circulation must be locked.
 */
export function requireOpenAtArrival(
  actor: Pick<Actor, 'request'>,
  { openedAt, openUntil, readAt }: Pick<LoadedCirculation, 'openedAt' | 'openUntil' | 'readAt'>,
  key: ClosedKey | 'takePartClosed' = 'circulationClosed',
): Date {
  const receivedAt = receivedBy(actor, readAt)
  if (receivedAt >= openUntil || receivedAt < openedAt) throw new Refused('closed', key)
  return receivedAt
}
