import 'server-only'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { documentFromText, plainText } from '@/lib/text/document/document'
import { readWording } from '@/lib/text/document/wording'
import { chosenHeading, requireHeading } from '@/lib/consolidation/ledger/headings'
import { takeOffList } from '@/lib/consolidation/ledger/items'
import { sourcesOf } from '@/lib/consolidation/ledger/links'
import { lockList, requireItem } from '@/lib/consolidation/ledger/lock'
import { placeItem } from '@/lib/consolidation/ledger/positions'
import { rewordItemIn } from '@/lib/consolidation/ledger/wordings/reword'
import { loadSources } from '@/lib/consolidation/ledger/sources'
import { recordUndoableAct } from '@/lib/consolidation/ledger/undo-log'
import { findWording } from '@/lib/consolidation/ledger/wordings/wordings'
import { recalculateOutcomes } from '@/lib/consolidation/outcomes/outcomes'
import { canWorkOnList } from '@/lib/consolidation/policy'
import type { DeleteItem, MakeItem, MoveItem, RewordItem } from '@/lib/consolidation/schema'
import { createItemIn } from './create-item'

/**
 * Makes a consolidated item with its own wording, last under its heading, from preliminary items, which do not change.
 * Their outcomes follow in the same act, and States whose words differ from the item's are told. Asks before it joins
 * items of different strength. Idempotent by the id of the item.
 */
export function makeItem(actor: SignedIn, input: MakeItem): Promise<string> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    const before = await tx.consolidatedItem.findUnique({ where: { id: input.id } })
    if (before && before.listId !== list.id) throw new Refused('not-found', 'notFound')
    if (before) return before.id
    const headingId = await chosenHeading(tx, actor, list, input)
    const sources = await loadSources(tx, list, input.itemIds)
    const language = sources[0]?.language ?? 'en'
    const words = plainText(documentFromText(input.text))
    const over = (sources.find(({ text }) => text === words) ?? sources[0])?.body
    const body = readWording(input, language, { over })
    return createItemIn(tx, actor, list, sources, {
      ...input,
      headingId,
      language,
      body,
      before: '',
    })
  })
}

/**
 * Gives an item a new wording; the earlier ones stay. Refused if the item got another one since `baseNumber` was read.
 * A wording equal to the present one changes nothing. An agreed item keeps its words until the presiding officer
 * reopens it. The States of its sources are told.
 */
export function rewordItem(actor: SignedIn, input: RewordItem): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug)
    const item = await requireItem(tx, list, input.id)
    const { baseNumber, reason } = input
    const over = (await findWording(tx, item.id, baseNumber)).body
    const body = readWording(input, item.language, { over })
    const sources = await sourcesOf(tx, item.id)
    await recordUndoableAct(tx, actor, list, { kind: 'reworded', items: [item.id], sources }, () =>
      rewordItemIn(tx, actor, list, item, { baseNumber, body, reason }),
    )
  })
}

/** Puts an item under a heading: before another one, at a position, or last. A move to the same place is no act. */
export function moveItem(actor: SignedIn, input: MoveItem): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    const item = await requireItem(tx, list, input.id)
    await requireHeading(tx, list, input.headingId)
    const touched = { kind: 'moved' as const, items: [item.id], sources: [] }
    const position = await recordUndoableAct(tx, actor, list, touched, () =>
      placeItem(tx, item.id, input.headingId, input),
    )
    if (position === item.position && input.headingId === item.headingId) return
    await record(tx, actor, 'consolidation.itemMoved', {
      sessionId: list.sessionId,
      subjectId: item.id,
      data: { position },
    })
  })
}

/** Removes an item from the list, if `canTakeOffList` allows: its links end, its sources lose that outcome. */
export function deleteItem(actor: SignedIn, input: DeleteItem): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    const item = await requireItem(tx, list, input.id)
    const sources = await sourcesOf(tx, item.id)
    const touched = { kind: 'removed' as const, items: [item.id], sources }
    await recordUndoableAct(tx, actor, list, touched, async () => {
      await takeOffList(tx, actor, list, item.id, sources)
      await record(tx, actor, 'consolidation.itemDeleted', {
        sessionId: list.sessionId,
        subjectId: item.id,
        data: { sources: sources.length },
      })
      await recalculateOutcomes(tx, actor, list, sources, input.reason)
    })
  })
}
