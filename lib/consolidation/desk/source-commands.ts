import 'server-only'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { requireAllowed } from '@/lib/decision'
import { orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { recordUndoableAct } from '@/lib/consolidation/ledger/undo-log'
import { addLinks, endLinks, sourcesOf } from '@/lib/consolidation/ledger/links'
import { lockList, requireItem } from '@/lib/consolidation/ledger/lock'
import { recalculateOutcomes, replaceOutcomes } from '@/lib/consolidation/outcomes/outcomes'
import { requirePart } from '@/lib/consolidation/ledger/wordings/excerpt'
import { canGiveOutcome, canWorkOnList } from '@/lib/consolidation/policy'
import type {
  LinkSources,
  SetAside,
  TakeBackOutcome,
  UnlinkSource,
} from '@/lib/consolidation/schema'
import { loadSources } from '@/lib/consolidation/ledger/sources'
import { findWording } from '@/lib/consolidation/ledger/wordings/wordings'
import { confirmWithdrawn } from './confirm-withdrawn'
import { confirmStrength } from './confirm-strength'
import { tellStates } from '@/lib/consolidation/ledger/notify-states'

/**
 * Adds preliminary items to the sources of a consolidated one. Their outcomes, and those of the sources it had before,
 * follow: "adopted as is" may become "merged". If the verbs of the item and its new sources differ in strength, the
 * actor must confirm that.
 */
export function linkSources(actor: SignedIn, input: LinkSources): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    const item = await requireItem(tx, list, input.id)
    const sources = await loadSources(tx, list, input.itemIds)
    if (sources.length === 0) throw new Refused('invalid', 'nothingTicked')
    const itemIds = sources.map(({ id }) => id)
    const linked = await sourcesOf(tx, item.id)
    await confirmWithdrawn(tx, actor, list, {
      id: item.id,
      sources: sources.filter(({ id }) => !linked.includes(id)),
      confirmed: input.withdrawnConfirmed ?? false,
    })
    const present = await findWording(tx, item.id, item.currentNumber)
    await confirmStrength(tx, actor, list, {
      id: item.id,
      texts: [present.text, ...sources.map(({ text }) => text)],
      confirmed: input.strengthConfirmed ?? false,
    })
    const part = requirePart(input, sources)
    const sourceIds = [...new Set([...itemIds, ...linked])]
    await recordUndoableAct(
      tx,
      actor,
      list,
      { kind: 'linked', items: [item.id], sources: sourceIds },
      async () => {
        const links = itemIds.map((itemId) => ({ itemId, ...part }))
        await addLinks(tx, actor, list, item.id, links)
        await recalculateOutcomes(tx, actor, list, sourceIds, input.reason)
      },
    )
    const reworded = sources.filter(({ text }) => text !== present.text).map(({ id }) => id)
    await tellStates(tx, list, reworded, { kind: 'reworded', reason: input.reason })
  })
}

/** Ends a link. The source has no outcome any more, unless another item takes something of it. */
export function unlinkSource(actor: SignedIn, input: UnlinkSource): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    const item = await requireItem(tx, list, input.id)
    const touched = [...new Set([input.itemId, ...(await sourcesOf(tx, item.id))])]
    const act = { kind: 'unlinked' as const, items: [item.id], sources: touched }
    await recordUndoableAct(tx, actor, list, act, async () => {
      const ended = await endLinks(tx, actor, item.id, [input.itemId])
      if (ended === 0) throw new Refused('conflict', 'notLinked')
      await recalculateOutcomes(tx, actor, list, touched, input.reason)
    })
    await record(tx, actor, 'consolidation.sourceUnlinked', {
      sessionId: list.sessionId,
      subjectId: item.id,
      data: { item: input.itemId },
    })
  })
}

/**
 * Gives items the outcome deferred, not agreed or withdrawn, with the reason that States are owed. Idempotent: an item
 * that has this outcome for this reason keeps it, and its States are told once. Refused for an item of which something
 * is taken: its links must end first.
 */
export function setAside(actor: SignedIn, input: SetAside): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    const sources = await loadSources(tx, list, input.itemIds)
    const itemIds = sources.map(({ id }) => id)
    const linked = await tx.lineage.findMany({
      where: { listId: list.id, itemId: { in: itemIds }, unlinkedAt: null },
      distinct: ['itemId'],
      select: { itemId: true },
    })
    if (linked.length > 0) throw new Refused('conflict', 'itemInUse', { items: linked.length })
    requireAllowed(canGiveOutcome(sources, input.kind))
    const { kind, reason } = input
    const unchanged = await tx.outcome.findMany({
      where: { listId: list.id, itemId: { in: itemIds }, supersededAt: null, kind, reason },
      select: { itemId: true },
    })
    const unchangedIds = new Set(unchanged.map(({ itemId }) => itemId))
    const changedIds = itemIds.filter((id) => !unchangedIds.has(id))
    const act = { kind: 'setAside' as const, items: [], sources: changedIds }
    await recordUndoableAct(tx, actor, list, act, () =>
      replaceOutcomes(
        tx,
        actor,
        list,
        changedIds.map((itemId) => ({ itemId, kind, reason })),
      ),
    )
    await tellStates(tx, list, changedIds, { kind: 'setAside', reason })
  })
}

/** Takes back an outcome that was decided; one that follows from lineage ends with its links. */
export function takeBackOutcome(actor: SignedIn, input: TakeBackOutcome): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    const [source] = await loadSources(tx, list, [input.itemId])
    const linked = await tx.lineage.count({
      where: { listId: list.id, itemId: input.itemId, unlinkedAt: null },
    })
    if (linked > 0) throw new Refused('conflict', 'itemInUse', { items: 1 })
    requireAllowed(canGiveOutcome(source ? [source] : [], null))
    const { id } = orNotFound(source)
    await recordUndoableAct(tx, actor, list, { kind: 'takenBack', items: [], sources: [id] }, () =>
      replaceOutcomes(tx, actor, list, [{ itemId: id, kind: null, reason: '' }]),
    )
  })
}
