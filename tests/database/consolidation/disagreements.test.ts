import { beforeEach, describe, expect, it } from 'vitest'
import { deleteItem, rewordItem } from '@/lib/consolidation/desk/item-commands'
import { withdrawDisagreement } from '@/lib/consolidation/delegation-view/commands'
import { getConsolidatedItem } from '@/lib/consolidation/desk/queries/item-queries'
import { getSources } from '@/lib/consolidation/desk/queries/source-queries'
import { getPrintedList } from '@/lib/consolidation/outputs/printed-queries'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { getSession } from '@/lib/sessions/queries'
import { type StockTaking, stockTakingOfThree } from '@/tests/support/stock-taking'

let cast: StockTaking
let slug: string
/** Arvenia's first, Belmara's, Arvenia's second. */
let train: string
let ratify: string
let share: string

beforeEach(async () => {
  ;({ cast, slug, train, ratify, share } = await stockTakingOfThree())
}, 30_000)

describe('a disagreement', () => {
  let id: string
  beforeEach(async () => {
    id = await cast.makes([train, ratify], 'Train and ratify.')
  })
  const view = (actor: SignedIn) => getSession(actor, slug)
  const shown = async () =>
    (await getConsolidatedItem(cast.chair, await view(cast.chair), id)).disagreed

  it('is stated on the wording that was read, recorded, and shown wherever the item is', async () => {
    await cast.disagrees(cast.arvenia.head, train, { id, wording: 1 }, 'Teachers, not pupils.')
    await cast.disagrees(cast.arvenia.head, train, { id, wording: 1 }, 'Teachers, not pupils.')
    expect(await shown()).toMatchObject([
      { delegationName: 'Arvenia', wording: 1, text: 'Teachers, not pupils.' },
    ])
    const [source] = await getSources(cast.rapporteur, await view(cast.rapporteur), [train])
    expect(source).toMatchObject({ disagreements: 1 })
    const printed = await getPrintedList(cast.chair, await view(cast.chair))
    expect(printed.sources.find((source) => source.id === train)?.disagreements).toEqual([
      { by: 'Arvenia', text: 'Teachers, not pupils.', itemId: id, wording: 1 },
    ])
    expect(
      (await cast.recorded()).filter((entry) => entry.event.endsWith('disagreed')),
    ).toMatchObject([
      { actingFor: 'Arvenia', subjectId: id, textHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
  })

  it('stays with its wording when the item is reworded, and is withdrawn by its delegation alone', async () => {
    await cast.disagrees(cast.arvenia.head, train, { id, wording: 1 })
    await cast.rewords(id, 1, 'Train teachers and ratify.')
    expect(await shown()).toMatchObject([{ wording: 1 }])
    const [{ id: stated } = { id: '' }] = await shown()
    const withdraw = (actor: SignedIn) => withdrawDisagreement(actor, { slug, id: stated })
    await expect(withdraw(cast.belmara.head)).rejects.toMatchObject({ key: 'notFound' })
    await expect(withdraw(cast.rapporteur)).rejects.toMatchObject({
      key: 'disagreementNotAllowed',
    })
    await withdraw(cast.arvenia.head)
    await withdraw(cast.arvenia.head)
    expect(await shown()).toEqual([])
    const events = (await cast.recorded()).map(({ event }) => event)
    expect(events.filter((event) => event.endsWith('disagreementWithdrawn'))).toHaveLength(1)
  })

  it('stated anew takes the place of the former one', async () => {
    await cast.disagrees(cast.arvenia.head, train, { id, wording: 1 })
    await cast.rewords(id, 1, 'Train teachers and ratify.')
    await cast.disagrees(cast.arvenia.head, train, { id, wording: 2 }, 'Still not.')
    expect(await shown()).toMatchObject([{ wording: 2, text: 'Still not.' }])
    expect(await db.disagreement.count({ where: { consolidatedItemId: id } })).toBe(2)
  })

  it('with an outcome by decision needs no item of the list', async () => {
    await expect(cast.disagrees(cast.arvenia.head, share, null)).rejects.toMatchObject({
      key: 'notSetAside',
    })
    await cast.setsAside([share])
    await cast.disagrees(cast.arvenia.head, share, null, 'Not later: now.')
    const item = (await cast.ours(cast.arvenia.head)).proposals.at(-1)!.items[0]!
    expect(item.disagreement).toMatchObject({ text: 'Not later: now.', wording: null })
  })

  it('about an outcome that the item has no more is shown to its State, which can withdraw it', async () => {
    const ours = async () => {
      const { proposals } = await cast.ours(cast.arvenia.head)
      const of = (item: string) =>
        proposals.flatMap(({ items }) => items).find((found) => found.id === item)!
      return [of(train), of(share)].map(({ disagreement, surviving, former }) => ({
        present: [disagreement, ...surviving.map((use) => use.disagreement)].filter(Boolean).length,
        former: former.map(({ text }) => text),
      }))
    }
    await cast.disagrees(cast.arvenia.head, train, { id, wording: 1 }, 'Teachers, not pupils.')
    await cast.setsAside([share])
    await cast.disagrees(cast.arvenia.head, share, null, 'Not later: now.')
    expect(await ours()).toEqual([
      { present: 1, former: [] },
      { present: 1, former: [] },
    ])
    await cast.makes([share], 'Member States should share information.')
    await deleteItem(cast.rapporteur, { slug, id, reason: '' })
    const stands = [
      { present: 0, former: ['Teachers, not pupils.'] },
      { present: 0, former: ['Not later: now.'] },
    ]
    expect(await ours()).toEqual(stands)
    const [stated] = (await cast.ours(cast.arvenia.head)).proposals[0]!.items[0]!.former
    await withdrawDisagreement(cast.arvenia.head, { slug, id: stated!.id })
    expect(await ours()).toEqual([{ present: 0, former: [] }, stands[1]])
  })

  it('is refused to whoever may not submit, on another’s item, on an old wording, of a link that ended', async () => {
    const on = { id, wording: 1 }
    const refusals = [
      [cast.arvenia.adviser, train, on, 'disagreementNotAllowed'],
      [cast.rapporteur, train, on, 'disagreementNotAllowed'],
      [cast.belmara.head, train, on, 'disagreementNotYours'],
      [cast.outsider, train, on, 'notFound'],
      [cast.arvenia.head, train, { id, wording: 2 }, 'wordingMoved'],
      [cast.arvenia.head, share, on, 'notLinked'],
    ] as const
    for (const [actor, item, about, key] of refusals)
      await expect(cast.disagrees(actor, item, about)).rejects.toMatchObject({ key })
    await deleteItem(cast.rapporteur, { slug, id, reason: '' })
    await expect(cast.disagrees(cast.arvenia.head, train, on)).rejects.toMatchObject({
      key: 'itemDeleted',
    })
    expect(await db.disagreement.count({ where: { consolidatedItemId: id } })).toBe(0)
  })

  it('and a rewording at one instant have an order: never on words that were not read', async () => {
    const results = await Promise.allSettled([
      cast.disagrees(cast.arvenia.head, train, { id, wording: 1 }),
      rewordItem(cast.secretariat, {
        slug,
        id,
        baseNumber: 1,
        body: '',
        text: 'Other words.',
        reason: '',
      }),
    ])
    expect(results[1]?.status).toBe('fulfilled')
    if (results[0]?.status === 'fulfilled') expect(await shown()).toMatchObject([{ wording: 1 }])
    else expect(await shown()).toEqual([])
  })
})
