import 'server-only'
import type { Tx } from '@/lib/db/client'
import { z } from 'zod'
import { asideKinds, takenKinds } from '@/lib/consolidation/kinds'
import { Refused } from '@/lib/errors'
import type { LockedList } from './lock'

/** The part of a consolidated item that an act of the desk may change. */
const ItemState = z.object({
  deleted: z.boolean(),
  headingId: z.string(),
  position: z.number(),
  /** The number of its present wording, and the hash of its text. */
  wording: z.number(),
  hash: z.string(),
  /** By source. */
  links: z.record(z.string(), z.object({ taken: z.enum(takenKinds), words: z.string() })),
})
export type ItemState = z.output<typeof ItemState>

/**
 * A part of the ledger before or after an act: consolidated items, and the outcomes by decision of
 * preliminary items. A row that does not exist has no entry. Outcomes by lineage are not stored here:
 * they are recalculated.
 */
const LedgerState = z.object({
  items: z.record(z.string(), ItemState),
  asides: z.record(z.string(), z.object({ kind: z.enum(asideKinds), reason: z.string() })),
})
export type LedgerState = z.output<typeof LedgerState>

/** Reads a stored state; refuses one that an older version of the product stored in another shape. */
export function parseState(stored: unknown): LedgerState {
  const parsed = LedgerState.safeParse(stored)
  if (!parsed.success) throw new Refused('conflict', 'undoUnreadable')
  return parsed.data
}

export type Touched = { items: readonly string[]; sources: readonly string[] }

/** The present state of some items, in one query. */
export async function readState(
  tx: Tx,
  list: LockedList,
  { items, sources }: Touched,
): Promise<LedgerState> {
  const rows = await tx.$queryRaw<{ state: LedgerState }[]>`
    SELECT jsonb_build_object(
      'items', (SELECT coalesce(jsonb_object_agg(i.id, jsonb_build_object(
          'deleted', i."deletedAt" IS NOT NULL, 'headingId', i."headingId", 'position', i.position,
          'wording', i."currentNumber",
          'hash', (SELECT t."textHash" FROM "ConsolidatedText" t
            WHERE t."itemId" = i.id AND t.number = i."currentNumber"), 'links', coalesce((SELECT jsonb_object_agg(k."itemId",
            jsonb_build_object('taken', k.taken, 'words', k.words)) FROM "Lineage" k
            WHERE k."consolidatedItemId" = i.id AND k."unlinkedAt" IS NULL), '{}'))), '{}')
        FROM "ConsolidatedItem" i
        WHERE i."listId" = ${list.id}::uuid AND i.id = ANY (${[...items]}::uuid[])),
      'asides', (SELECT coalesce(jsonb_object_agg(o."itemId",
          jsonb_build_object('kind', o.kind, 'reason', o.reason)), '{}')
        FROM "Outcome" o WHERE o."listId" = ${list.id}::uuid
          AND o."itemId" = ANY (${[...sources]}::uuid[]) AND o."supersededAt" IS NULL
          AND o.kind IN ('deferred', 'notAgreed', 'withdrawn'))) AS state`
  return rows[0]!.state
}

/**
 * Whether two states are one, but for places, which shift with every item before, and for the numbers of
 * wordings: words that were given back are the same words.
 */
export const isSameState = (a: LedgerState, b: LedgerState): boolean =>
  serialize(a) === serialize(b)

const serialize = ({ items, asides }: LedgerState): string =>
  JSON.stringify([
    sortedEntries(items).map(([id, { deleted, headingId, hash, links }]) =>
      deleted
        ? [id]
        : [id, headingId, hash, sortedEntries(links).map(([key, l]) => [key, l.taken, l.words])],
    ),
    sortedEntries(asides).map(([id, { kind, reason }]) => [id, kind, reason]),
  ])

const sortedEntries = <T>(record: Record<string, T>): [string, T][] =>
  Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))
