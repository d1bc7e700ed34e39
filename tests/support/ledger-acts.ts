import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { deleteItem, makeItem, moveItem, rewordItem } from '@/lib/consolidation/desk/item-commands'
import { makeOfSources } from '@/lib/consolidation/desk/make-commands'
import { mergeItems, splitItem } from '@/lib/consolidation/desk/merge-commands'
import {
  linkSources,
  setAside,
  takeBackOutcome,
  unlinkSource,
} from '@/lib/consolidation/desk/source-commands'
import { undoAct } from '@/lib/consolidation/desk/undo-commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import type { StockTaking } from './stock-taking'

/** Everything that can be done at the desk, some of it more often so that the list neither fills nor empties. */
const kinds = [
  'make',
  'makeOf',
  'reword',
  'link',
  'take',
  'unlink',
  'unlink',
  'delete',
  'delete',
  'merge',
  'split',
  'move',
  'aside',
  'aside',
  'aside',
  'takeBack',
  'undo',
  'undo',
  'disagree',
] as const

/** The number of links that an item needs for the act to be tried. */
const LINKS_NEEDED: Partial<Record<(typeof kinds)[number], number>> = {
  unlink: 1,
  split: 2,
  disagree: 1,
}

/** A random act: its numbers choose among the items present at play time. */
export const deskAct = (sources: number, texts: readonly string[]) =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    sources: fc.uniqueArray(fc.nat(sources - 1), { minLength: 1, maxLength: 3 }),
    item: fc.nat(1_000),
    other: fc.nat(1_000),
    words: fc.constantFrom(...texts),
  })
export type DeskAct = ReturnType<typeof deskAct> extends fc.Arbitrary<infer T> ? T : never

/** Plays one act as one actor. True if done, false if refused; all else throws. */
export async function play(cast: StockTaking, actor: SignedIn, act: DeskAct): Promise<boolean> {
  try {
    await playOrRefuse(cast, actor, act)
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

async function playOrRefuse(cast: StockTaking, actor: SignedIn, act: DeskAct): Promise<unknown> {
  const { slug } = cast
  const itemIds = act.sources.map((at) => cast.sources[at]!)
  const items = await db.consolidatedItem.findMany({
    where: { list: { sessionId: cast.session.id } },
    orderBy: [{ deletedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: 8,
    include: { lineage: { where: { unlinkedAt: null }, select: { itemId: true } } },
  })
  // An act that ends links, or needs one, is tried on items with links.
  const among = items.filter(({ lineage }) => lineage.length >= (LINKS_NEEDED[act.kind] ?? 0))
  const item = among[act.item % Math.max(1, among.length)]
  const linked = item?.lineage[act.other % item.lineage.length]?.itemId ?? itemIds[0]!
  const second = items[act.other % Math.max(1, items.length)]
  const base = { slug, reason: 'Because.', strengthConfirmed: true }
  const id = item?.id ?? randomUUID()
  const newItem = { ...base, id: randomUUID(), headingId: '', itemIds }
  switch (act.kind) {
    case 'make':
      return makeItem(actor, {
        ...newItem,
        newHeading: act.other % 2 ? 'A' : 'B',
        kind: 'recommendation',
        body: '',
        text: act.words,
      })
    case 'makeOf':
      return makeOfSources(actor, { ...newItem, before: '' })
    case 'reword':
      return rewordItem(actor, {
        ...base,
        id,
        baseNumber: item?.currentNumber ?? 1,
        body: '',
        text: act.words,
      })
    case 'link':
      return linkSources(actor, { ...base, id, itemIds })
    case 'take':
      return linkSources(actor, { ...base, id, itemIds, taken: 'part', words: 'Text' })
    case 'unlink':
      return unlinkSource(actor, { ...base, id, itemId: linked })
    case 'delete':
      return deleteItem(actor, { ...base, id })
    case 'merge':
      return mergeItems(actor, { ...base, id, otherId: second?.id ?? randomUUID() })
    case 'split':
      return splitItem(actor, { ...base, id, newId: randomUUID(), itemIds: [linked] })
    case 'move':
      return moveItem(actor, {
        slug,
        id,
        headingId: second?.headingId ?? randomUUID(),
        position: 1 + (act.item % 4),
        before: act.other % 2 ? second?.id : undefined,
      })
    case 'aside':
      return setAside(actor, {
        slug,
        itemIds: itemIds.slice(0, 1),
        kind: 'deferred',
        reason: 'Later.',
      })
    case 'takeBack':
      return takeBackOutcome(actor, { slug, itemId: itemIds[0]! })
    case 'undo': {
      const acts = await db.deskAct.findMany({
        where: { list: { sessionId: cast.session.id } },
        orderBy: { version: 'desc' },
        take: 4,
        select: { id: true },
      })
      return undoAct(actor, { slug, id: acts[act.item % Math.max(1, acts.length)]?.id ?? id })
    }
    case 'disagree':
      return cast.disagrees(
        cast.arvenia.head,
        linked,
        act.other % 3 ? { id, wording: item?.currentNumber ?? 1 } : null,
        act.words,
      )
  }
}
