import 'server-only'
import { Prisma } from './generated/client'
import type { Tx } from './client'

/**
 * The one order of row locks, explained in docs/locks.md. A transaction locks rows of these tables from
 * the top of the list to the bottom, and rows of one table by ascending id, so that no two transactions
 * wait for each other.
 */
export const LOCK_ORDER = [
  'Person',
  'Representative',
  'Office',
  'ImportDraft',
  'Session',
  'SpeakersList',
  'GroupAttribution',
  'Delegation',
  'PreliminaryList',
  'ConsolidatedList',
  'Draft',
  'Proposal',
  'Joining',
  'AmendmentDraft',
  'Amendment',
  'CommentDraft',
  'Comment',
  'Circulation',
  'ParticipationRequest',
  'CirculationAddressee',
  'Paper',
  'CirculationDraft',
  'CirculationComment',
  'Period',
  'Document',
  'Silence',
  'Report',
] as const

export type LockedTable = (typeof LOCK_ORDER)[number]

/**
 * `update` before the row is changed, `share` if it must stay unchanged until the act is stored. `update` leaves room
 * for others to add rows that refer to it (FOR NO KEY UPDATE).
 */
export type LockMode = 'update' | 'share'

const CLAUSES: Record<LockMode, string> = { update: 'FOR NO KEY UPDATE', share: 'FOR SHARE' }

const deepest = new WeakMap<Tx, number>()

/**
 * Locks the rows with these ids until the transaction ends, and returns the ids that exist. Read a row after this call,
 * not before: a transaction that waited must see the writes of the other. Throws a defect if the transaction holds a
 * lock of a table further down in `LOCK_ORDER`.
 */
export async function lockRows(
  tx: Tx,
  table: LockedTable,
  ids: readonly string[],
  mode: LockMode = 'update',
): Promise<string[]> {
  noteLock(tx, table)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM ${Prisma.raw(`"${table}"`)} WHERE id = ANY(${[...ids]}::uuid[])
    ORDER BY id ${Prisma.raw(CLAUSES[mode])}`
  return rows.map(({ id }) => id)
}

/**
 * Notes that the transaction locks rows of a table: for the statement that locks by another condition
 * than ids. Throws like `lockRows`.
 */
export function noteLock(tx: Tx, table: LockedTable): void {
  const rank = LOCK_ORDER.indexOf(table)
  const deepestRank = deepest.get(tx) ?? 0
  if (rank < deepestRank)
    throw new Error(
      `Lock order: ${table} was asked for after ${LOCK_ORDER[deepestRank]} (LOCK_ORDER).`,
    )
  deepest.set(tx, rank)
}

/** Locks one row; returns whether it exists. */
export async function lockRow(
  tx: Tx,
  table: LockedTable,
  id: string,
  mode: LockMode = 'update',
): Promise<boolean> {
  return (await lockRows(tx, table, [id], mode)).length > 0
}

/**
 * Locks a person, their seats and their offices against change until the transaction ends: the first lock of
 * every act of a person, before those of `LOCK_ORDER`. A Secretariat that takes a right away waits for the act, or
 * the act for the Secretariat. Two members who take each other's rights are a deadlock, which PostgreSQL
 * ends and `systemTransaction` repeats.
 */
export async function lockRightsOf(tx: Tx, personId: string): Promise<void> {
  await tx.$queryRaw`
    WITH person AS MATERIALIZED (
      SELECT id FROM "Person" WHERE id = ${personId}::uuid FOR SHARE),
    seats AS MATERIALIZED (
      SELECT id FROM "Representative" WHERE "personId" = ${personId}::uuid AND "endedAt" IS NULL
      ORDER BY id FOR SHARE),
    offices AS MATERIALIZED (
      SELECT id FROM "Office" WHERE "personId" = ${personId}::uuid AND "endedAt" IS NULL
      ORDER BY id FOR SHARE)
    SELECT (SELECT count(*) FROM person)::int AS people, (SELECT count(*) FROM seats)::int AS seats,
      (SELECT count(*) FROM offices)::int AS offices`
}
