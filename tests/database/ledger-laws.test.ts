import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deleteItem, makeItem, rewordItem } from '@/lib/consolidation/item-commands'
import { type LinkOf, outcomeOfLinks } from '@/lib/consolidation/ledger'
import { adoptList, openConsolidation } from '@/lib/consolidation/list-commands'
import {
  linkSources,
  setAside,
  takeBackOutcome,
  unlinkSource,
} from '@/lib/consolidation/source-commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { issuedList } from '@/tests/support/issued-list'
import { type Scenario, scenario } from '@/tests/support/scenario'

// Many sources and few items, so that each outcome occurs: with few sources nearly all would be split.
const TEXTS = Array.from({ length: 12 }, (_, at) => `Text ${at}.`)

const act = fc.record({
  kind: fc.constantFrom(
    'make',
    'reword',
    'link',
    'unlink',
    'delete',
    'delete',
    'aside',
    'takeBack',
  ),
  sources: fc.uniqueArray(fc.nat(TEXTS.length - 1), { minLength: 1, maxLength: 3 }),
  item: fc.nat(5),
  words: fc.constantFrom(...TEXTS, 'Something else.'),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** Two people act at once, in 100 rounds of 10 acts; after each round the laws must be whole. */
it('keeps the laws of the ledger under 1,000 acts of two actors at once', async () => {
  const cast = await scenario({ kind: 'stockTaking' })
  const { items } = await issuedList(cast.session.groupId, 5, TEXTS)
  const before = await db.item.findMany({ where: { id: { in: items } }, orderBy: { id: 'asc' } })
  await openConsolidation(cast.rapporteur, { slug: cast.session.slug })
  const made: string[] = []

  const play = async (actor: SignedIn, { kind, sources, item, words }: Act) => {
    const slug = cast.session.slug
    const itemIds = sources.map((at) => items[at]!)
    const id = made[item % Math.max(1, made.length)] ?? randomUUID()
    const base = { slug, id, reason: 'Because.', strengthConfirmed: true }
    if (kind === 'make') {
      const input = { ...base, id: randomUUID(), headingId: '', newHeading: 'A', itemIds }
      made.push(input.id)
      const dropped = made.length > 3 && made.shift()
      if (dropped) await deleteItem(actor, { ...base, id: dropped }).catch(refusalOnly)
      await makeItem(actor, { ...input, kind: 'recommendation', body: '', text: words })
    }
    if (kind === 'reword') {
      const { currentNumber } = (await db.consolidatedItem.findUnique({ where: { id } })) ?? {}
      await rewordItem(actor, { ...base, baseNumber: currentNumber ?? 1, body: '', text: words })
    }
    if (kind === 'link') await linkSources(actor, { ...base, itemIds, taken: 'part', words: '' })
    if (kind === 'unlink') await unlinkSource(actor, { ...base, itemId: itemIds[0]! })
    if (kind === 'delete') await deleteItem(actor, base)
    if (kind === 'aside')
      await setAside(actor, { slug, itemIds, kind: 'deferred', reason: 'Later.' })
    if (kind === 'takeBack') await takeBackOutcome(actor, { slug, itemId: itemIds[0]! })
  }
  const oneOrRefused = async (actor: SignedIn, next: Act) => {
    await play(actor, next).catch(refusalOnly)
  }

  const rounds = fc.sample(fc.array(act, { minLength: 10, maxLength: 10 }), 100)
  for (const round of rounds) {
    const [ours, theirs] = [round.slice(0, 5), round.slice(5)]
    await Promise.all([
      (async () => {
        for (const next of ours) await oneOrRefused(cast.rapporteur, next)
      })(),
      (async () => {
        for (const next of theirs) await oneOrRefused(cast.secretariat, next)
      })(),
    ])
    await expectLaws(cast, items)
  }
  const after = await db.item.findMany({ where: { id: { in: items } }, orderBy: { id: 'asc' } })
  expect(after).toEqual(before)
}, 120_000)

function refusalOnly(error: unknown): void {
  if (!(error instanceof Refused)) throw error
}

async function expectLaws(cast: Scenario, items: readonly string[]): Promise<void> {
  const list = await db.consolidatedList.findUniqueOrThrow({
    where: { sessionId: cast.session.id },
  })
  const links = await db.lineage.findMany({
    where: { listId: list.id, unlinkedAt: null },
    include: {
      item: { select: { textHash: true } },
      consolidatedItem: { include: { texts: { orderBy: { number: 'desc' }, take: 1 } } },
    },
  })
  expect(links.filter((link) => link.consolidatedItem.deletedAt !== null)).toEqual([])
  const outcomes = await db.outcome.findMany({ where: { listId: list.id, supersededAt: null } })
  for (const itemId of items) {
    const mine: LinkOf[] = links
      .filter((link) => link.itemId === itemId)
      .map((link) => ({
        sources: links.filter((o) => o.consolidatedItemId === link.consolidatedItemId).length,
        sameText: link.consolidatedItem.texts[0]!.textHash === link.item.textHash,
      }))
    const now = outcomes.filter((outcome) => outcome.itemId === itemId).map((o) => o.kind)
    const due = outcomeOfLinks(mine)
    if (due) expect(now).toEqual([due])
    else expect([[], ['deferred']]).toContainEqual(now)
  }
  const open = items.length - outcomes.length
  if (open > 0)
    await expect(
      adoptList(cast.chair, { slug: cast.session.slug, meeting: 1 }),
    ).rejects.toMatchObject({ key: 'outcomesMissing', values: { open } })
}
