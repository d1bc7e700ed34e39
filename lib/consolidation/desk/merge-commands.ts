import 'server-only'
import { transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { keepAct } from '@/lib/consolidation/ledger/undo-log'
import { addLinks, endLinks, sourcesOf } from '@/lib/consolidation/ledger/links'
import { lockList, requireItem } from '@/lib/consolidation/ledger/lock'
import { insertItem } from './create-item'
import { settle } from '@/lib/consolidation/outcomes/outcomes'
import { placeItem } from '@/lib/consolidation/ledger/positions'
import { canConsolidate } from '@/lib/consolidation/policy'
import type { MergeItems, SplitItem } from '@/lib/consolidation/schema'
import { loadSources } from '@/lib/consolidation/ledger/sources'
import { askAboutStrength } from './confirm-strength'
import { tellStates } from '@/lib/consolidation/ledger/notify-states'

/**
 * Takes all that one consolidated item has into another, whose words stay; the emptied one leaves the
 * list. Where their verbs differ in strength, that must be confirmed. Sent twice, the second is told.
 */
export function mergeItems(actor: SignedIn, input: MergeItems): Promise<void> {
  return transaction(async (tx) => {
    const list = await lockList(tx, actor, input.slug, canConsolidate)
    const item = await requireItem(tx, list, input.id)
    const other = await requireItem(tx, list, input.otherId)
    const texts = await Promise.all(
      [item, other].map((one) =>
        tx.consolidatedText.findUniqueOrThrow({
          where: { itemId_number: { itemId: one.id, number: one.currentNumber } },
        }),
      ),
    )
    await askAboutStrength(tx, actor, list, {
      id: item.id,
      texts: texts.map(({ text }) => text),
      confirmed: input.strengthConfirmed ?? false,
    })
    const links = await tx.lineage.findMany({
      where: { consolidatedItemId: other.id, unlinkedAt: null },
      orderBy: { linkedAt: 'asc' },
    })
    const already = new Set(await sourcesOf(tx, item.id))
    const sources = [...new Set([...already, ...links.map(({ itemId }) => itemId)])]
    const touched = { kind: 'merged' as const, items: [item.id, other.id], sources }
    await keepAct(tx, actor, list, touched, async () => {
      await endLinks(tx, actor, other.id, sources)
      for (const { itemId, taken, words } of links)
        if (!already.has(itemId))
          await addLinks(tx, actor, list, { id: item.id, itemIds: [itemId], taken, words })
      await tx.$executeRaw`
        UPDATE "ConsolidatedItem" SET "deletedAt" = now(), "deletedById" = ${actor.personId}::uuid
        WHERE id = ${other.id}::uuid`
      await settle(tx, actor, list, sources, input.reason)
    })
    await record(tx, actor, 'consolidation.itemsMerged', {
      sessionId: list.sessionId,
      subjectId: item.id,
      data: { other: other.id, sources: links.length },
    })
    const told = links.map(({ itemId }) => itemId)
    await tellStates(tx, list, told, { kind: 'reworded', reason: input.reason })
  })
}

/**
 * Gives some of an item's sources an item of their own, right after it and with the words of the first
 * of them. Refused when none would be left. The id of the new one comes with the form: twice is once.
 */
export function splitItem(actor: SignedIn, input: SplitItem): Promise<string> {
  return transaction(async (tx) => {
    const list = await lockList(tx, actor, input.slug, canConsolidate)
    const before = await tx.consolidatedItem.findUnique({ where: { id: input.newId } })
    if (before && before.listId !== list.id) throw new Refused('not-found', 'notFound')
    if (before) return before.id
    const item = await requireItem(tx, list, input.id)
    const all = await sourcesOf(tx, item.id)
    const away = await loadSources(tx, list, input.itemIds)
    const [first] = away
    if (!first) throw new Refused('invalid', 'splitNothing')
    if (away.some(({ id }) => !all.includes(id))) throw new Refused('conflict', 'notLinked')
    if (away.length === all.length) throw new Refused('invalid', 'splitAll')
    const awayIds = away.map(({ id }) => id)
    const touched = { kind: 'split' as const, items: [item.id, input.newId], sources: all }
    await keepAct(tx, actor, list, touched, async () => {
      await endLinks(tx, actor, item.id, awayIds)
      const { kind, language, body } = first
      const { headingId } = item
      await insertItem(tx, actor, list, {
        ...input,
        id: input.newId,
        headingId,
        kind,
        language,
        body,
      })
      await placeItem(tx, input.newId, headingId, { position: item.position + 1 })
      await addLinks(tx, actor, list, {
        id: input.newId,
        itemIds: awayIds,
        taken: 'whole',
        words: '',
      })
      await settle(tx, actor, list, all, input.reason)
    })
    await record(tx, actor, 'consolidation.itemSplit', {
      sessionId: list.sessionId,
      subjectId: item.id,
      data: { other: input.newId, sources: away.length },
    })
    const reworded = away.filter(({ text }) => text !== first.text).map(({ id }) => id)
    await tellStates(tx, list, reworded, { kind: 'reworded', reason: input.reason })
    return input.newId
  })
}
