import 'server-only'
import { type Tx, transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { found, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import type { TextDocument } from '@/lib/text/document/document'
import { keepAct } from '@/lib/consolidation/ledger/undo-log'
import { rewordWithin } from './item-commands'
import {
  isSameState,
  type ItemState,
  type LedgerState,
  readState,
} from '@/lib/consolidation/ledger/ledger-state'
import { addLinks, endLinks, sourcesOf } from '@/lib/consolidation/ledger/links'
import { type LockedList, lockList } from '@/lib/consolidation/ledger/lock'
import { replaceOutcome, settle } from '@/lib/consolidation/outcomes/outcomes'
import { placeItem } from '@/lib/consolidation/ledger/positions'
import { canConsolidate } from '@/lib/consolidation/policy'
import type { UndoAct } from '@/lib/consolidation/schema'

/**
 * Undoes one act of the desk, by an act of its own that stands in the record and can be undone in its
 * turn. Refused when somebody has since changed what it changed, so that nobody's work is overwritten.
 * Sent twice, it is undone once.
 */
export function undoAct(actor: SignedIn, { slug, id }: UndoAct): Promise<void> {
  return transaction(async (tx) => {
    const list = await lockList(tx, actor, slug, canConsolidate)
    const act = found(await tx.deskAct.findFirst({ where: { id, listId: list.id } }))
    if (await tx.deskAct.findUnique({ where: { undoesId: id } })) return
    const [before, after] = [act.before, act.after] as unknown as [LedgerState, LedgerState]
    const touched = {
      items: [...new Set([...Object.keys(before.items), ...Object.keys(after.items)])],
      sources: [...new Set([...sourcesIn(before), ...sourcesIn(after)])],
    }
    const now = await readState(tx, list, touched)
    if (!isSameState(now, after) || (await wasTouchedSince(tx, list, act.version, touched.items)))
      throw new Refused('conflict', 'changedSince')
    await keepAct(tx, actor, list, { kind: 'undone', undoesId: id, ...touched }, () =>
      restore(tx, actor, list, before, now),
    )
    await record(tx, actor, 'consolidation.undone', {
      sessionId: list.sessionId,
      subjectId: touched.items[0] ?? touched.sources[0] ?? list.id,
      data: { act: act.kind },
    })
  })
}

const sourcesIn = ({ items, asides }: LedgerState): string[] => [
  ...Object.keys(asides),
  ...Object.values(items).flatMap(({ links }) => Object.keys(links)),
]

/** Whether a later act that stands touched one of the items. */
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
    await restoreItem(tx, actor, list, id, before.items[id], present)
  }
  await settle(tx, actor, list, [...sources], '')
  for (const itemId of new Set([...Object.keys(before.asides), ...Object.keys(now.asides)])) {
    const was = before.asides[itemId]
    const present = now.asides[itemId]
    if (was && was.kind === present?.kind && was.reason === present.reason) continue
    const linked = await tx.lineage.count({ where: { listId: list.id, itemId, unlinkedAt: null } })
    // Something else may have been taken of it meanwhile: then its outcome follows from that.
    if (linked === 0)
      await replaceOutcome(tx, actor, list, itemId, was?.kind ?? null, was?.reason ?? '')
  }
}

/** Brings one item back to what it was; one that was not there is taken off the list. */
async function restoreItem(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  id: string,
  was: ItemState | undefined,
  present: ItemState,
): Promise<void> {
  const links = was && !was.deleted ? was.links : {}
  await endLinks(
    tx,
    actor,
    id,
    Object.keys(present.links).filter((source) => !links[source]),
  )
  if (!was || was.deleted) {
    await tx.$executeRaw`
      UPDATE "ConsolidatedItem" SET "deletedAt" = now(), "deletedById" = ${actor.personId}::uuid
      WHERE id = ${id}::uuid AND "deletedAt" IS NULL`
    return
  }
  await tx.consolidatedItem.update({
    where: { id },
    data: { deletedAt: null, deletedById: null },
  })
  for (const [source, link] of Object.entries(links))
    await addLinks(tx, actor, list, { id, itemIds: [source], ...link })
  if (was.hash !== present.hash) {
    const text = await tx.consolidatedText.findUniqueOrThrow({
      where: { itemId_number: { itemId: id, number: was.wording } },
    })
    const item = { id, currentNumber: present.wording }
    const worded = { baseNumber: present.wording, body: text.body as TextDocument, reason: '' }
    await rewordWithin(tx, actor, list, item, worded)
  }
  await placeItem(tx, id, was.headingId, { position: was.position })
}
