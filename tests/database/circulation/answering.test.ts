import { beforeEach, describe, expect, it } from 'vitest'
import { countCommentsOn, listCommentsOn } from '@/lib/circulation/compilation/queries/beside'
import { listOwnComments } from '@/lib/circulation/compilation/queries/own'
import { replyToResponse } from '@/lib/circulation/responses/reply-commands'
import { getConsolidatedItem } from '@/lib/consolidation/desk/queries/item-queries'
import { findWordingPlace } from '@/lib/consolidation/desk/queries/wording-place'
import { undoAct } from '@/lib/consolidation/desk/undo-commands'
import { takeWording } from '@/lib/consolidation/desk/take-wording'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { inboxRows } from '@/lib/desk/inbox'
import { listDeskReplies, listDeskResponses } from '@/lib/desk/response-queries'
import { getDesk } from '@/lib/desk/queries'
import { getSession } from '@/lib/sessions/queries'
import { circulated, answersTakenUp, responseTo } from '@/tests/support/circulated'
import { issuedListsOf } from '@/tests/support/covering'
import { issuedList } from '@/tests/support/issued-list'
import { RATIFY, type StockTaking, stockTakingOfThree, TRAIN } from '@/tests/support/stock-taking'

let cast: StockTaking
let slug: string
let train: string
let ratify: string
let share: string
let room: Awaited<ReturnType<typeof circulated>>

const JUDGES = 'Member States should train teachers and judges.'

beforeEach(async () => {
  ;({ cast, slug, train, ratify, share } = await stockTakingOfThree())
  room = await circulated(cast.session.id, await issuedListsOf(slug), { postingRule: 'atDeadline' })
}, 30_000)

const takes = (id: string, commentId: string, actor: SignedIn = cast.rapporteur, baseNumber = 1) =>
  takeWording(actor, { slug, id, commentId, baseNumber, reason: '' })
const refusedWith = (key: string) => expect.objectContaining({ key })

describe('a proposed wording', () => {
  it('is taken into an item by one act, names its State and is noted with the response', async () => {
    const item = await cast.makes([train], TRAIN)
    const comment = await room.comments(cast.belmara, { itemId: train, wording: JUDGES })
    await takes(item, comment)
    const view = await getConsolidatedItem(cast.chair, await getSession(cast.chair, slug), item)
    expect(view).toMatchObject({ text: JUDGES, wording: 2 })
    expect(view.wordings.map(({ proposedBy }) => proposedBy)).toEqual([cast.belmara.name, null])
    expect((await cast.recorded()).at(-1)).toMatchObject({
      event: 'consolidation.wordingTaken',
      data: { name: cast.belmara.name, wording: 2 },
    })
    expect(await db.responseDraft.findUnique({ where: { commentId: comment } })).toMatchObject({
      outcome: 'takenUp',
      takenIntoId: item,
    })
    await answersTakenUp(cast.rapporteur, comment)
    expect(await responseTo(comment)).toMatchObject({ outcome: 'takenUp', takenIntoId: item })
  })

  it('is taken in place of the words of several sources only after a question', async () => {
    const item = await cast.makes([train, share], TRAIN)
    const commentId = await room.comments(cast.belmara, { itemId: train, wording: JUDGES })
    await expect(takes(item, commentId)).rejects.toMatchObject({
      key: 'wordingReplacesAll',
      values: { sources: 2 },
      field: 'wholeConfirmed',
    })
    const input = { slug, id: item, commentId, baseNumber: 1, reason: '', wholeConfirmed: true }
    await takeWording(cast.rapporteur, input)
    const session = await getSession(cast.chair, slug)
    expect(await getConsolidatedItem(cast.chair, session, item)).toMatchObject({ text: JUDGES })
  })

  it('is noted on a response that was released before', async () => {
    const item = await cast.makes([train], TRAIN)
    const comment = await room.comments(cast.belmara, { itemId: train, wording: JUDGES })
    await answersTakenUp(cast.rapporteur, comment)
    await takes(item, comment)
    expect(await responseTo(comment)).toMatchObject({ takenIntoId: item })
  })

  it('is refused to others, on an older wording, of another item’s source and without words', async () => {
    const item = await cast.makes([train], TRAIN)
    const comment = await room.comments(cast.belmara, { itemId: train, wording: JUDGES })
    await expect(takes(item, comment, cast.chair)).rejects.toEqual(
      refusedWith('consolidationNotAllowed'),
    )
    const elsewhere = await room.comments(cast.belmara, { itemId: ratify, wording: JUDGES })
    await expect(takes(item, elsewhere)).rejects.toEqual(refusedWith('commentOfOtherItem'))
    const without = await room.comments(cast.corvina, { itemId: train })
    await expect(takes(item, without)).rejects.toEqual(refusedWith('noProposedWording'))
    const withdrawn = await room.comments(cast.corvina, {
      itemId: train,
      wording: JUDGES,
      withdrawnAt: new Date(),
      withdrawnById: cast.corvina.head.personId,
    })
    await expect(takes(item, withdrawn)).rejects.toEqual(refusedWith('commentEnded'))
    await cast.rewords(item, 1, RATIFY)
    await expect(takes(item, comment)).rejects.toEqual(refusedWith('wordingChanged'))
  })

  it('is noted as taken out again when the act is undone, and as taken when that is undone', async () => {
    const item = await cast.makes([train], TRAIN)
    const [answered, waiting] = [
      await room.comments(cast.belmara, { itemId: train, wording: JUDGES }),
      await room.comments(cast.corvina, { itemId: train, wording: RATIFY }),
    ]
    await answersTakenUp(cast.rapporteur, answered)
    const undoesLast = async () => {
      const { id } = await db.deskAct.findFirstOrThrow({
        where: { list: { sessionId: cast.session.id } },
        orderBy: { version: 'desc' },
      })
      await undoAct(cast.rapporteur, { slug, id })
    }
    const back = { takenIntoId: null, takenBackAt: expect.any(Date) }
    await takes(item, answered)
    await undoesLast()
    expect(await responseTo(answered)).toMatchObject({ outcome: 'takenUp', ...back })
    await undoesLast()
    expect(await responseTo(answered)).toMatchObject({ takenIntoId: item, takenBackAt: null })
    const view = await getConsolidatedItem(cast.chair, await getSession(cast.chair, slug), item)
    expect(view).toMatchObject({ text: JUDGES, wording: 4 })
    expect(view.wordings[0]!.proposedBy).toBe(cast.belmara.name)
    await undoesLast()

    await takes(item, waiting, cast.rapporteur, 5)
    await undoesLast()
    expect(await db.responseDraft.findUnique({ where: { commentId: waiting } })).toMatchObject({
      outcome: null,
      ...back,
    })
  })
})

describe('the way from a comment to the item that can take its wording', () => {
  it('leads to each item made of its source, or says why there is none, to those who work on the list', async () => {
    const placeOf = (itemId: string, actor = cast.rapporteur) =>
      findWordingPlace(actor, cast.session, itemId)
    expect(await placeOf(train)).toEqual({ isCovered: true, itemIds: [] })
    const item = await cast.makes([train], TRAIN)
    expect(await placeOf(train)).toEqual({ isCovered: true, itemIds: [item] })
    expect(await placeOf(train, cast.chair)).toBeNull()
    const { groupId } = await db.session.findUniqueOrThrow({ where: { slug } })
    const [uncovered] = (await issuedList(groupId, 9, [RATIFY])).items
    expect(await placeOf(uncovered!)).toEqual({ isCovered: false, itemIds: [] })
  })
})

describe('comments beside an item', () => {
  it('are those that count and that the reader may see', async () => {
    const fromBelmara = await room.comments(cast.belmara, { itemId: train })
    const fromArvenia = await room.comments(cast.arvenia, { itemId: train })
    await room.comments(cast.arvenia, { itemId: train, replacedById: fromArvenia })
    await room.comments(cast.arvenia, { itemId: ratify })
    const on = async (actor: SignedIn) =>
      (await listCommentsOn(actor, cast.session, [train])).map(({ id }) => id)
    expect(await on(cast.rapporteur)).toEqual([fromArvenia, fromBelmara])
    expect(await on(cast.belmara.adviser)).toEqual([fromBelmara])
    expect(await on(cast.outsider)).toEqual([])
    expect(await countCommentsOn(cast.chair, cast.session, [train, share])).toEqual([
      { itemId: train, circulationId: room.id, title: expect.any(String), count: 2 },
    ])
  })
})

describe('what became of ours', () => {
  it('has every comment of the delegation with its response, and nobody else’s', async () => {
    const general = await room.comments(cast.belmara)
    const onItem = await room.comments(cast.belmara, { itemId: ratify })
    await room.comments(cast.arvenia, { itemId: ratify })
    await answersTakenUp(cast.rapporteur, onItem)
    const ownComments = await listOwnComments(cast.belmara.adviser, cast.session)
    expect(ownComments.map(({ id, response }) => [id, response?.outcome])).toEqual([
      [onItem, 'takenUp'],
      [general, undefined],
    ])
    expect(await listOwnComments(cast.chair, cast.session)).toEqual([])
  })
})

describe('the desk', () => {
  const rows = async (actor: SignedIn) =>
    inboxRows(actor, await getDesk(actor))
      .filter(({ kind }) => kind === 'answerComments' || kind === 'replyToResponses')
      .map(({ kind, values, href, dismissible }) => ({
        kind,
        count: values.count,
        href,
        dismissible,
      }))

  it('counts for those who answer the comments without a response, until the adoption', async () => {
    await room.comments(cast.belmara, { itemId: train })
    const answered = await room.comments(cast.arvenia, { itemId: train })
    await answersTakenUp(cast.rapporteur, answered)
    const waiting = {
      kind: 'answerComments',
      count: 1,
      href: `/sessions/${slug}/circulation/${room.id}/compilation?answer=unanswered`,
      dismissible: false,
    }
    expect(await rows(cast.rapporteur)).toEqual([waiting])
    expect((await rows(cast.secretariat)).filter(({ href }) => href === waiting.href)).toEqual([
      waiting,
    ])
    expect(await rows(cast.chair)).toEqual([])
    const { id: sessionId } = cast.session
    expect(await listDeskResponses(cast.rapporteur)).toEqual([
      { sessionId, circulationId: room.id, title: expect.any(String), count: 1 },
    ])
    expect(await listDeskReplies([cast.arvenia.id, cast.belmara.id])).toMatchObject([
      { delegationId: cast.arvenia.id, count: 1 },
    ])
  })

  it('tells those who may submit of the responses to which they can reply, once', async () => {
    const comment = await room.comments(cast.belmara, { itemId: train })
    expect(await rows(cast.belmara.head)).toEqual([])
    await answersTakenUp(cast.rapporteur, comment)
    expect(await rows(cast.belmara.head)).toEqual([
      {
        kind: 'replyToResponses',
        count: 1,
        href: `/sessions/${slug}/ours#circulated`,
        dismissible: true,
      },
    ])
    for (const actor of [cast.belmara.adviser, cast.arvenia.head])
      expect(await rows(actor)).toEqual([])
    await replyToResponse(cast.belmara.head, {
      commentId: comment,
      reply: 'accepts',
      replyText: '',
    })
    expect(await rows(cast.belmara.head)).toEqual([])
  })
})
