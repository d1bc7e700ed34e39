import { inThePast } from '@/tests/support/in-the-past'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { readFilter } from '@/lib/circulation/compilation/filter'
import {
  findFirstWaiting,
  getCompiledComment,
} from '@/lib/circulation/compilation/queries/one-comment'
import { getCompiledItem } from '@/lib/circulation/compilation/queries/one-item'
import {
  getCompiledCirculation,
  getOverview,
  listCommenters,
  listComments,
  listCompilations,
  listItemComments,
  summaryOf,
} from '@/lib/circulation/compilation/queries/overview'
import { keepResponse, releaseResponse } from '@/lib/circulation/responses/commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { translations } from '@/lib/messages'
import { circulated } from '@/tests/support/circulated'
import { issuedListsOf } from '@/tests/support/covering'
import { type StockTaking, stockTakingOfThree } from '@/tests/support/stock-taking'

let cast: StockTaking
let train: string
let ratify: string
let share: string
let room: Awaited<ReturnType<typeof circulated>>

const MARKER = 'a response in the making that nobody else may read'

async function open(about: Parameters<typeof circulated>[2] = {}) {
  ;({ cast, train, ratify, share } = await stockTakingOfThree())
  room = await circulated(cast.session.id, await issuedListsOf(cast.slug), about)
}
beforeEach(() => open(), 30_000)

const seen = (actor: SignedIn) => getCompiledCirculation(actor, cast.session, room.id)
const found = async (actor: SignedIn, search: Record<string, string>) => {
  const { comments } = await listComments(actor, await seen(actor), readFilter(search), 1)
  return comments.map(({ id }) => id)
}
const answers = (commentId: string) =>
  releaseResponse(cast.rapporteur, {
    commentId,
    text: 'Done.',
    outcome: 'noted',
    version: 0,
    also: [],
  })

describe('the compilation of an item', () => {
  it('has Member States in UN English order, then observers, organizations and others', async () => {
    const order = ['arvenia', 'belmara', 'corvina', 'haishan', 'ghadira', 'estavia'] as const
    const given = await Promise.all(
      order.toReversed().map((key) => room.comments(cast[key], { itemId: train })),
    )
    expect(given).toHaveLength(6)
    const comments = await listItemComments(cast.chair, await seen(cast.chair), train)
    const kinds = await db.entity.findMany({
      where: { delegations: { some: { circulationComments: { some: { itemId: train } } } } },
      orderBy: [{ kind: 'asc' }, { sortKey: 'asc' }],
    })
    expect(comments.map(({ name }) => name)).toEqual(kinds.map(({ name }) => name))
  })

  it('keeps what was replaced or withdrawn readable and counts neither', async () => {
    const later = await room.comments(cast.arvenia, { itemId: train, position: 'supports' })
    await room.comments(cast.arvenia, { itemId: train, replacedById: later, text: 'Earlier.' })
    await room.comments(cast.belmara, {
      itemId: train,
      text: 'Withdrawn.',
      withdrawnAt: new Date(),
      withdrawnById: cast.belmara.head.personId,
    })
    const comments = await listItemComments(cast.chair, await seen(cast.chair), train)
    expect(comments.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Earlier.', 'Withdrawn.']),
    )
    expect(summaryOf(comments)).toMatchObject({ total: 1, answered: 0 })
    expect(await found(cast.rapporteur, { answer: 'unanswered' })).toEqual([later])
  })

  it('counts comments, one delegation’s on each item, and says so', async () => {
    await room.comments(cast.arvenia, { itemId: train, position: 'supports' })
    await room.comments(cast.arvenia, { itemId: ratify, position: 'supports' })
    const { all } = await getOverview(await seen(cast.chair))
    expect(all).toMatchObject({ positions: { supports: 2 }, total: 2 })
    const again = room.comments(cast.arvenia, { itemId: train, position: 'reserves' })
    await expect(again).rejects.toThrow('CirculationComment_one_position')
    expect(translations('compilation')('informationOnly')).toContain(
      'They count comments and decide nothing. On one item, a delegation has one position at most.',
    )
  })

  it('has no words of what was retracted, for anybody', async () => {
    await room.comments(cast.arvenia, {
      itemId: train,
      text: 'Not for the record.',
      wording: 'Nor this.',
      retractedAt: new Date(),
      retractedById: cast.secretariat.personId,
    })
    for (const actor of [cast.secretariat, cast.arvenia.head])
      expect(JSON.stringify(await listItemComments(actor, await seen(actor), train))).not.toMatch(
        /Not for|Nor this/,
      )
  })

  it('is of an item that the circulation sends out, with its neighbours', async () => {
    const circulation = await seen(cast.chair)
    const { entry, before, after } = await getCompiledItem(circulation, ratify)
    expect(entry).toMatchObject({ number: '1 (b)', sessionOrdinal: 5 })
    expect([before, after]).toEqual([train, share])
    await expect(getCompiledItem(circulation, randomUUID())).rejects.toMatchObject({
      key: 'notFound',
    })
  })
})

describe('who reads the compilation', () => {
  it('officers read all, a delegation its own until the rule posts the others', async () => {
    await open({ postingRule: 'atDeadline' })
    const ownComment = await room.comments(cast.arvenia, { itemId: train })
    const otherComment = await room.comments(cast.belmara, { itemId: train })
    const all = [ownComment, otherComment]
    for (const actor of [cast.rapporteur, cast.secretariat, cast.chair])
      expect(await found(actor, { target: 'item' })).toEqual(all)
    expect(await found(cast.arvenia.adviser, { target: 'item' })).toEqual([ownComment])
    const circulation = await seen(cast.arvenia.head)
    expect((await getOverview(circulation)).all.total).toBe(1)
    expect(await listCommenters(circulation)).toEqual([
      { id: cast.arvenia.id, name: cast.arvenia.name },
    ])
    await expect(
      getCompiledComment(cast.arvenia.head, circulation, otherComment),
    ).rejects.toMatchObject({
      key: 'notFound',
    })
    const openUntil = new Date(Date.now() - 1_000)
    await inThePast((tx) => tx.circulation.update({ where: { id: room.id }, data: { openUntil } }))
    expect(await found(cast.arvenia.head, { target: 'item' })).toEqual(all)
  })

  it('everybody else reads no words of what was withdrawn, and nothing of what ended before the posting', async () => {
    const by = { withdrawnById: cast.arvenia.head.personId }
    const day = 86_400_000
    const posted = new Date(room.openedAt!.getTime() + 5 * day)
    const rule = { postingRule: 'atDate', postAt: posted } as const
    await inThePast((tx) => tx.circulation.update({ where: { id: room.id }, data: rule }))
    const early = new Date(posted.getTime() - day)
    const mark = { itemId: train, text: 'Withdrawn words.', ...by }
    const before = await room.comments(cast.arvenia, { ...mark, withdrawnAt: early })
    const after = await room.comments(cast.arvenia, { ...mark, withdrawnAt: new Date() })
    const later = await room.comments(cast.arvenia, { itemId: train, releasedAt: early })
    const replaced = await room.comments(cast.arvenia, { itemId: train, replacedById: later })
    expect(await found(cast.belmara.head, { target: 'item' })).toEqual([later, after])
    const read = async (actor: SignedIn) =>
      (await listItemComments(actor, await seen(actor), train)).map(({ id, text }) => [id, text])
    expect(await read(cast.belmara.head)).toContainEqual([after, ''])
    for (const actor of [cast.chair, cast.arvenia.head]) {
      const all = await read(actor)
      expect(all).toHaveLength(4)
      for (const id of [before, after]) expect(all).toContainEqual([id, 'Withdrawn words.'])
      expect(all.map(([id]) => id)).toContain(replaced)
    }
  })

  it('nobody else, nor a circulation that is not open yet', async () => {
    await expect(seen(cast.outsider)).rejects.toMatchObject({ key: 'notFound' })
    expect(await listCompilations(cast.outsider, cast.session)).toEqual([])
    expect(await listCompilations(cast.chair, cast.session)).toHaveLength(1)
    const prepared = await db.circulation.create({
      data: { sessionId: cast.session.id, title: 'Prepared', openUntil: new Date() },
    })
    await expect(
      getCompiledCirculation(cast.secretariat, cast.session, prepared.id),
    ).rejects.toMatchObject({ key: 'notFound' })
  })

  it('a response in the making is for the Rapporteur and the Secretariat alone', async () => {
    const id = await room.comments(cast.arvenia, { itemId: train })
    await keepResponse(cast.rapporteur, { commentId: id, text: MARKER, outcome: '', version: 0 })
    const all = async (actor: SignedIn) => {
      const circulation = await seen(actor)
      return JSON.stringify([
        await listItemComments(actor, circulation, train),
        await listComments(actor, circulation, readFilter({ target: 'item' }), 1),
        await getCompiledComment(actor, circulation, id),
        await getOverview(circulation),
      ])
    }
    for (const actor of [cast.rapporteur, cast.secretariat])
      expect(await all(actor)).toContain(MARKER)
    for (const actor of [cast.chair, cast.viceChair, cast.arvenia.head, cast.belmara.head])
      expect(await all(actor)).not.toContain(MARKER)
  })
})

describe('a filter', () => {
  it('keeps comments by entity, target, category, position, response and time', async () => {
    const supporting = await room.comments(cast.arvenia, { itemId: train, position: 'supports' })
    const editorial = await room.comments(cast.belmara, { itemId: ratify, category: 'editorial' })
    const general = await room.comments(cast.belmara, { late: true })
    const onVenue = await room.comments(cast.belmara, { target: 'other', subject: 'The venue' })
    await answers(editorial)
    const by = (search: Record<string, string>) => found(cast.rapporteur, search)
    expect(await by({})).toEqual([supporting, editorial, general, onVenue])
    expect(await by({ entity: cast.belmara.id })).toEqual([editorial, general, onVenue])
    expect(await by({ target: 'other' })).toEqual([onVenue])
    expect(await by({ item: train })).toEqual([supporting])
    expect(await by({ category: 'editorial' })).toEqual([editorial])
    expect(await by({ position: 'supports' })).toEqual([supporting])
    expect(await by({ answer: 'answered' })).toEqual([editorial])
    expect(await by({ answer: 'unanswered' })).toEqual([supporting, general, onVenue])
    expect(await by({ answer: 'maintained' })).toEqual([])
    expect(await by({ received: 'late' })).toEqual([general])
    const [list] = await issuedListsOf(cast.slug)
    expect(await by({ list: list! })).toEqual([supporting, editorial])
    expect(await by({ list: 'no id', position: 'perhaps' })).toEqual([
      supporting,
      editorial,
      general,
      onVenue,
    ])
  })
})

describe('the next comment without a response', () => {
  it('follows the order of print, begins again at the end, and is for those who answer', async () => {
    const general = await room.comments(cast.arvenia)
    const second = await room.comments(cast.belmara, { itemId: ratify })
    const first = await room.comments(cast.arvenia, { itemId: ratify })
    const early = await room.comments(cast.corvina, { itemId: train })
    const circulation = await seen(cast.rapporteur)
    const next = async (id: string) =>
      (await getCompiledComment(cast.rapporteur, circulation, id)).next
    expect(await findFirstWaiting(cast.rapporteur, circulation)).toBe(early)
    expect(await next(early)).toBe(first)
    expect(await next(first)).toBe(second)
    expect(await next(second)).toBe(general)
    expect(await next(general)).toBe(early)
    for (const id of [early, second, general]) await answers(id)
    expect(await next(second)).toBe(first)
    expect(await next(first)).toBeNull()
    expect(await findFirstWaiting(cast.chair, await seen(cast.chair))).toBeNull()
  })

  it('names the others on the same target that say the same and wait', async () => {
    const words = { itemId: train, text: 'We support.', position: 'supports' } as const
    const comment = await room.comments(cast.arvenia, words)
    const same = await room.comments(cast.belmara, { ...words, text: 'we  support' })
    await room.comments(cast.corvina, { ...words, itemId: ratify })
    await room.comments(cast.corvina, { ...words, text: 'We support it.' })
    const circulation = await seen(cast.rapporteur)
    const { identical } = await getCompiledComment(cast.rapporteur, circulation, comment)
    expect(identical.map(({ id }) => id)).toEqual([same])
  })
})
