import 'server-only'
import type { Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { insertItem, takeOffList } from '@/lib/consolidation/ledger/items'
import { addLinks, endLinks, linksOf, sourcesOf } from '@/lib/consolidation/ledger/links'
import {
  type FoundItem,
  type LockedList,
  lockList,
  requireItem,
} from '@/lib/consolidation/ledger/lock'
import { tellStates } from '@/lib/consolidation/ledger/notify-states'
import { placeItem } from '@/lib/consolidation/ledger/positions'
import { loadSources, type Source } from '@/lib/consolidation/ledger/sources'
import { recordUndoableAct } from '@/lib/consolidation/ledger/undo-log'
import { findWording } from '@/lib/consolidation/ledger/wordings/wordings'
import { recalculateOutcomes } from '@/lib/consolidation/outcomes/outcomes'
import { canMergeItem, canWorkOnList } from '@/lib/consolidation/policy'
import type { MergeItems, SplitItem } from '@/lib/consolidation/schema'
import { confirmStrength } from './confirm-strength'

/**
 * Merges the item `otherId` into the item `id`: its links go there, and it leaves the list, if `canMergeItem` allows.
 * The words and the status of the receiving item stay. Asks if their verbs differ in strength.
 */
export function mergeItems(actor: SignedIn, input: MergeItems): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    const receiving = await requireItem(tx, list, input.id)
    const leaving = await requireItem(tx, list, input.otherId)
    requireAllowed(canMergeItem(actor, list, leaving))
    const { reason, strengthConfirmed = false } = input
    const texts = await textsOf(tx, [receiving, leaving])
    await confirmStrength(tx, actor, list, {
      id: receiving.id,
      texts,
      confirmed: strengthConfirmed,
    })
    const itemIds = await moveLinks(tx, actor, list, { receiving, leaving, reason })
    await record(tx, actor, 'consolidation.itemsMerged', {
      sessionId: list.sessionId,
      subjectId: receiving.id,
      data: { other: leaving.id, sources: itemIds.length },
    })
    await tellStates(tx, list, itemIds, { kind: 'reworded', reason })
  })
}

type Merge = { receiving: FoundItem; leaving: FoundItem; reason: string }

/** Moves the links of the leaving item to the receiving one, as one undoable act. Returns their sources. */
async function moveLinks(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  { receiving, leaving, reason }: Merge,
): Promise<string[]> {
  const links = await linksOf(tx, leaving.id)
  const present = new Set(await sourcesOf(tx, receiving.id))
  const itemIds = links.map(({ itemId }) => itemId)
  const sources = [...new Set([...present, ...itemIds])]
  const touched = { kind: 'merged' as const, items: [receiving.id, leaving.id], sources }
  await recordUndoableAct(tx, actor, list, touched, async () => {
    await takeOffList(tx, actor, list, leaving.id, sources)
    const missingLinks = links.filter(({ itemId }) => !present.has(itemId))
    await addLinks(tx, actor, list, receiving.id, missingLinks)
    await recalculateOutcomes(tx, actor, list, sources, reason)
  })
  return itemIds
}

/**
 * Moves some sources of an item to a new item, right after it and with the words of the first of them. Refused if no
 * source would be left. Idempotent by the id of the new item.
 */
export function splitItem(actor: SignedIn, input: SplitItem): Promise<string> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    const before = await tx.consolidatedItem.findUnique({ where: { id: input.newId } })
    if (before && before.listId !== list.id) throw new Refused('not-found', 'notFound')
    if (before) return before.id
    const item = await requireItem(tx, list, input.id)
    const sourceIds = await sourcesOf(tx, item.id)
    const leaving = await loadSources(tx, list, input.itemIds)
    const [first] = leaving
    if (!first) throw new Refused('invalid', 'splitNothing')
    if (leaving.some(({ id }) => !sourceIds.includes(id)))
      throw new Refused('conflict', 'notLinked')
    if (leaving.length === sourceIds.length) throw new Refused('invalid', 'splitAll')
    await divide(tx, actor, list, { item, sourceIds, first, leaving, input })
    await record(tx, actor, 'consolidation.itemSplit', {
      sessionId: list.sessionId,
      subjectId: item.id,
      data: { other: input.newId, sources: leaving.length },
    })
    const reworded = leaving.filter(({ text }) => text !== first.text).map(({ id }) => id)
    await tellStates(tx, list, reworded, { kind: 'reworded', reason: input.reason })
    return input.newId
  })
}

type Split = {
  item: FoundItem
  /** The ids of all its sources. */
  sourceIds: string[]
  first: Source
  leaving: readonly Source[]
  input: SplitItem
}

/** Makes the new item and moves the links of the leaving sources to it, as one undoable act. */
async function divide(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  { item, sourceIds, first, leaving, input }: Split,
): Promise<void> {
  const { newId: id, reason } = input
  const { headingId } = item
  const { kind, language, body } = first
  const itemIds = leaving.map((source) => source.id)
  const touched = { kind: 'split' as const, items: [item.id, id], sources: sourceIds }
  await recordUndoableAct(tx, actor, list, touched, async () => {
    await endLinks(tx, actor, item.id, itemIds)
    await insertItem(tx, actor, list, { id, headingId, kind, language, body, reason })
    await placeItem(tx, id, headingId, { position: item.position + 1 })
    const whole = { taken: 'whole', words: '' } as const
    const links = itemIds.map((itemId) => ({ itemId, ...whole }))
    await addLinks(tx, actor, list, id, links)
    await recalculateOutcomes(tx, actor, list, sourceIds, reason)
  })
}

const textsOf = (tx: Tx, items: readonly FoundItem[]): Promise<string[]> =>
  Promise.all(
    items.map(async ({ id, currentNumber }) => (await findWording(tx, id, currentNumber)).text),
  )
