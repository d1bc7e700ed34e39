import 'server-only'
import { noteTaken, noteTakenBack } from '@/lib/circulation/responses/taken'
import type { Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { putBackOnList, takeOffList } from '@/lib/consolidation/ledger/items'
import {
  isSameState,
  type ItemState,
  type LedgerState,
  parseState,
  readState,
} from '@/lib/consolidation/ledger/ledger-state'
import { addLinks, endLinks, sourcesOf } from '@/lib/consolidation/ledger/links'
import { type LockedList, lockList, requireItem } from '@/lib/consolidation/ledger/lock'
import { placeItem } from '@/lib/consolidation/ledger/positions'
import { rewordItemIn } from '@/lib/consolidation/ledger/wordings/reword'
import { recordUndoableAct } from '@/lib/consolidation/ledger/undo-log'
import { findWording } from '@/lib/consolidation/ledger/wordings/wordings'
import { recalculateOutcomes, replaceOutcomes } from '@/lib/consolidation/outcomes/outcomes'
import { canWorkOnList } from '@/lib/consolidation/policy'
import type { UndoAct } from '@/lib/consolidation/schema'

/**
 * Undoes one act of the desk, by a new act that stands in the record and can be undone too. Refused if somebody has
 * since changed the same items, so that nobody's work is overwritten, and if a rule of the ledger refuses the change
 * itself: no undo takes an agreed item off the list or rewords it. Idempotent. Answers which act was undone, and on which
 * item.
 */
export function undoAct(
  actor: SignedIn,
  { slug, id }: UndoAct,
): Promise<{ kind: string; itemId: string }> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, slug, canWorkOnList)
    const act = orNotFound(await tx.deskAct.findFirst({ where: { id, listId: list.id } }))
    const [before, after] = [parseState(act.before), parseState(act.after)]
    const touched = {
      items: [...new Set([...Object.keys(before.items), ...Object.keys(after.items)])],
      sources: [...new Set([...sourcesIn(before), ...sourcesIn(after)])],
    }
    const undone = { kind: act.kind, itemId: touched.items[0] ?? touched.sources[0] ?? list.id }
    if (await tx.deskAct.findUnique({ where: { undoesId: id } })) return undone
    const now = await readState(tx, list, touched)
    if (!isSameState(now, after) || (await wasTouchedSince(tx, list, act.version, touched.items)))
      throw new Refused('conflict', 'changedSince')
    await recordUndoableAct(tx, actor, list, { kind: 'undone', undoesId: id, ...touched }, () =>
      restore(tx, actor, list, before, now),
    )
    await record(tx, actor, 'consolidation.undone', {
      sessionId: list.sessionId,
      subjectId: undone.itemId,
      data: { act: act.kind },
    })
    return undone
  })
}

const sourcesIn = ({ items, asides }: LedgerState): string[] => [
  ...Object.keys(asides),
  ...Object.values(items).flatMap(({ links }) => Object.keys(links)),
]

/** Whether a later act that was not undone touched one of the items. */
async function wasTouchedSince(
  tx: Tx,
  list: LockedList,
  version: number,
  items: readonly string[],
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ touched: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "DeskAct" a
      WHERE a."listId" = ${list.id}::uuid AND a.version > ${version} AND a."undoesId" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "DeskAct" u WHERE u."undoesId" = a.id)
        AND a.after -> 'items' ?| ${[...items]}::text[]) AS touched`
  return rows[0]?.touched === true
}

async function restore(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  before: LedgerState,
  now: LedgerState,
): Promise<void> {
  const sources = new Set([...sourcesIn(before), ...sourcesIn(now)])
  for (const [id, present] of Object.entries(now.items)) {
    for (const source of await sourcesOf(tx, id)) sources.add(source)
    await restoreItem(tx, actor, list, { id, was: before.items[id], present })
  }
  await recalculateOutcomes(tx, actor, list, [...sources], '')
  await restoreAsides(tx, actor, list, before, now)
}

/** Restores outcomes by decision. An item of which something is taken meanwhile keeps the outcome of its links. */
async function restoreAsides(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  before: LedgerState,
  now: LedgerState,
): Promise<void> {
  const itemIds = [...new Set([...Object.keys(before.asides), ...Object.keys(now.asides)])]
  const links = await tx.lineage.findMany({
    where: { listId: list.id, itemId: { in: itemIds }, unlinkedAt: null },
    select: { itemId: true },
  })
  const linked = new Set(links.map(({ itemId }) => itemId))
  const changes = itemIds.flatMap((itemId) => {
    const was = before.asides[itemId]
    const present = now.asides[itemId]
    if (was && was.kind === present?.kind && was.reason === present.reason) return []
    return linked.has(itemId)
      ? []
      : [{ itemId, kind: was?.kind ?? null, reason: was?.reason ?? '' }]
  })
  await replaceOutcomes(tx, actor, list, changes)
}

type Restored = { id: string; was: ItemState | undefined; present: ItemState }

/** Restores one item; an item that did not exist before the act, or was off the list, is taken off. */
async function restoreItem(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  { id, was, present }: Restored,
): Promise<void> {
  if (!was || was.deleted) {
    if (!present.deleted) await takeOffList(tx, actor, list, id, Object.keys(present.links))
    return
  }
  if (present.deleted) await putBackOnList(tx, id)
  const endedIds = Object.keys(present.links).filter((source) => !was.links[source])
  await endLinks(tx, actor, id, endedIds)
  const links = Object.entries(was.links).map(([itemId, link]) => ({ itemId, ...link }))
  await addLinks(tx, actor, list, id, links)
  if (was.hash !== present.hash) {
    const { body, commentId } = await findWording(tx, id, was.wording)
    const { commentId: takenFrom } = await findWording(tx, id, present.wording)
    const item = await requireItem(tx, list, id)
    const wording = { baseNumber: present.wording, body, reason: '', commentId }
    await rewordItemIn(tx, actor, list, item, wording)
    if (takenFrom && takenFrom !== commentId) await noteTakenBack(tx, takenFrom, id)
    if (commentId && commentId !== takenFrom) await noteTaken(tx, actor, commentId, id)
  }
  await placeItem(tx, id, was.headingId, { position: was.position })
}
