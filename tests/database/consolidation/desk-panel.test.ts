import { beforeEach, describe, expect, it } from 'vitest'
import { deleteItem } from '@/lib/consolidation/desk/item-commands'
import { getItemStamp, loadItemStamp } from '@/lib/consolidation/desk/queries/item-stamp'
import { declareStatus } from '@/lib/plenary/commands'
import { findItems } from '@/lib/consolidation/desk/queries/list-queries'
import { listMatching } from '@/lib/consolidation/desk/queries/source-queries'
import {
  getRewordingBasis,
  getWordingBasis,
} from '@/lib/consolidation/desk/queries/wording-queries'
import { makeOfSources } from '@/lib/consolidation/desk/make-commands'
import { randomUUID } from 'node:crypto'
import type { SignedIn } from '@/lib/delegations/actor'
import { getSession } from '@/lib/sessions/queries'
import { stockTaking, type StockTaking } from '@/tests/support/stock-taking'

const HOURS = 'Member States should answer within 72 hours.'
const DAYS = 'Member States should answer within seven days.'
const WOVEN = 'Member States should answer within [72 hours] [seven days].'

let cast: StockTaking
let hours: string
let days: string
beforeEach(async () => {
  cast = await stockTaking([HOURS, DAYS, 'Member States should consider training judges.'])
  ;[hours, days] = cast.sources as [string, string]
}, 30_000)

const session = (actor: SignedIn = cast.rapporteur) => getSession(actor, cast.slug)
const wording = async (ids: string[], actor: SignedIn = cast.rapporteur) =>
  getWordingBasis(actor, await session(actor), ids)
const rewording = async (id: string, actor: SignedIn = cast.rapporteur) =>
  getRewordingBasis(actor, await session(actor), id)

describe('what the desk words an item of', () => {
  it('is the woven text of the sources, with the questions that must be confirmed', async () => {
    expect(await wording([hours, days])).toMatchObject({
      woven: WOVEN,
      apart: null,
      withdrawn: 0,
      kind: 'recommendation',
    })
    expect((await wording([hours, cast.sources[2]!])).apart).toBeNull()
  })

  it('is the present text once an item was worded, and the woven sources before', async () => {
    const id = await makeOfSources(cast.rapporteur, {
      slug: cast.slug,
      id: randomUUID(),
      itemIds: [hours, days],
      headingId: '',
      before: '',
    })
    expect(await rewording(id)).toMatchObject({ text: WOVEN, item: { wording: 1 } })
    await cast.rewords(id, 1, 'Member States should answer soon.')
    expect(await rewording(id)).toMatchObject({
      text: 'Member States should answer soon.',
      woven: WOVEN,
      item: { wording: 2, number: '1 (a)' },
    })
  })

  it('is for those who read the desk', async () => {
    const { head } = cast.arvenia
    const id = await cast.makes([hours], HOURS)
    await expect(wording([hours], head)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(rewording(id, head)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(listMatching(head, await session(head), ALL)).rejects.toMatchObject({
      reason: 'not-found',
    })
  })
})

const ALL = { session: '', outcome: '' as const, words: '' }

describe('all that match', () => {
  it('are the items of every page that the search finds', async () => {
    const found = await listMatching(cast.rapporteur, await session(), { ...ALL, words: 'answer' })
    expect(found.map(({ id }) => id)).toEqual([hours, days])
    await cast.setsAside([days])
    const open = { ...ALL, words: 'answer', outcome: 'none' as const }
    expect(await listMatching(cast.rapporteur, await session(), open)).toHaveLength(1)
  })
})

describe('an item of the list', () => {
  it('is found by its number however it is typed, or by its words', async () => {
    const id = await cast.makes([hours], HOURS)
    await cast.makes([days], DAYS)
    const found = async (asked: string) =>
      (await findItems(cast.rapporteur, await session(), asked)).map((item) => item.id)
    for (const asked of ['1 (a)', '1a', ' 1(A)', '72 HOURS'])
      expect(await found(asked)).toEqual([id])
    expect(await found('answer within')).toHaveLength(2)
    expect(await found('9 (z)')).toEqual([])
  })
})

describe('the sign of an item for a page with open forms', () => {
  it('is another after each act on the item, and the same after acts on other items', async () => {
    const makes = (itemIds: string[]) =>
      makeOfSources(cast.rapporteur, {
        slug: cast.slug,
        id: randomUUID(),
        itemIds,
        headingId: '',
        before: '',
      })
    const [id, other] = [await makes([hours]), await makes([days])]
    const here = await session()
    const sign = () => getItemStamp(cast.rapporteur, here, id)
    const before = await sign()
    await cast.rewords(other, 1, 'Member States should answer soon.')
    expect(await sign()).toBe(before)
    await cast.rewords(id, 1, 'Member States should answer within a day.')
    const reworded = await sign()
    expect(reworded).not.toBe(before)
    expect(await loadItemStamp(here, id)).toBe(reworded)
    const kind = 'pending' as const
    await declareStatus(cast.chair, { slug: cast.slug, id, wording: 2, kind, reason: '' })
    const declared = await sign()
    expect(declared).not.toBe(reworded)
    await deleteItem(cast.rapporteur, { slug: cast.slug, id, reason: '' })
    expect(await sign()).not.toBe(declared)
  })

  it('is for those who work at the desk, of items of their session', async () => {
    const here = await session()
    const nowhere = getItemStamp(cast.rapporteur, here, randomUUID())
    await expect(nowhere).rejects.toMatchObject({ key: 'notFound' })
    await expect(getItemStamp(cast.arvenia.head, here, hours)).rejects.toMatchObject({
      key: 'notFound',
    })
  })
})
