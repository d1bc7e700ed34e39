import { beforeEach, describe, expect, it } from 'vitest'
import { keepResponse, releaseResponse } from '@/lib/circulation/responses/commands'
import { readAnswered } from '@/lib/circulation/responses/letters'
import { replyToResponse } from '@/lib/circulation/responses/reply-commands'
import { KeepResponse, ReleaseResponse } from '@/lib/circulation/responses/schema'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { circulated, responseTo } from '@/tests/support/circulated'
import { issuedListsOf } from '@/tests/support/covering'
import { type StockTaking, stockTakingOfThree } from '@/tests/support/stock-taking'

let cast: StockTaking
let train: string
let ratify: string
let room: Awaited<ReturnType<typeof circulated>>

beforeEach(async () => {
  ;({ cast, train, ratify } = await stockTakingOfThree())
  room = await circulated(cast.session.id, await issuedListsOf(cast.slug))
}, 30_000)

const keeps = (actor: SignedIn, commentId: string, text: string, version = 0) =>
  keepResponse(actor, KeepResponse.parse({ commentId, text, version }))
const answers = (
  commentId: string,
  given: Partial<ReleaseResponse> = {},
  actor: SignedIn = cast.rapporteur,
) =>
  releaseResponse(
    actor,
    ReleaseResponse.parse({ commentId, text: 'It goes too far.', outcome: 'notTakenUp', ...given }),
  )
const replies = (actor: SignedIn, commentId: string, reply = 'maintains' as const) =>
  replyToResponse(actor, { commentId, reply, replyText: 'We still ask for this.' })
const refusedWith = (key: string) => expect.objectContaining({ key })
const waitsForLetter = async (actor: SignedIn) => {
  const { email } = await db.person.findUniqueOrThrow({ where: { id: actor.personId } })
  return db.mail.findMany({ where: { recipient: email }, orderBy: { id: 'asc' } })
}

describe('a response in the making', () => {
  it('is kept for the Rapporteur and the Secretariat, and is no response yet', async () => {
    const id = await room.comments(cast.arvenia, { itemId: train })
    await keeps(cast.rapporteur, id, 'First thoughts.')
    await keeps(cast.secretariat, id, 'Second thoughts.', 1)
    expect(await db.responseDraft.findUnique({ where: { commentId: id } })).toMatchObject({
      text: 'Second thoughts.',
      version: 2,
      updatedById: cast.secretariat.personId,
    })
    expect(await responseTo(id)).toBeNull()
    expect(await db.mail.count()).toBe(0)
  })

  it('is not written over by an officer who has not read the other’s words', async () => {
    const id = await room.comments(cast.arvenia, { itemId: train })
    await keeps(cast.rapporteur, id, 'First thoughts.')
    await expect(keeps(cast.secretariat, id, 'Other thoughts.')).rejects.toEqual(
      refusedWith('responseDraftChanged'),
    )
    await expect(answers(id, { version: 0 }, cast.secretariat)).rejects.toEqual(
      refusedWith('responseDraftChanged'),
    )
    expect(await responseTo(id)).toBeNull()
  })

  it('keeps the outcome of another officer, also where both chose the same words', async () => {
    const commentId = await room.comments(cast.arvenia, { itemId: train })
    const draft = { commentId, text: 'Noted in part.', version: 0 }
    await keepResponse(cast.rapporteur, KeepResponse.parse({ ...draft, outcome: 'takenUpInPart' }))
    const other = { ...draft, outcome: 'notTakenUp' as const }
    await expect(keepResponse(cast.secretariat, KeepResponse.parse(other))).rejects.toEqual(
      refusedWith('responseDraftChanged'),
    )
    await expect(answers(commentId, other, cast.secretariat)).rejects.toEqual(
      refusedWith('responseDraftChanged'),
    )
    await keepResponse(cast.rapporteur, KeepResponse.parse({ ...draft, outcome: 'takenUpInPart' }))
    expect(await db.responseDraft.findUnique({ where: { commentId } })).toMatchObject({
      outcome: 'takenUpInPart',
      version: 1,
    })
  })

  it.each(['chair', 'outsider'] as const)('is refused to the %s', async (role) => {
    const id = await room.comments(cast.arvenia, { itemId: train })
    const key = role === 'chair' ? 'responsesByRapporteur' : 'notFound'
    await expect(keeps(cast[role], id, 'No.')).rejects.toEqual(refusedWith(key))
    await expect(answers(id, {}, cast[role])).rejects.toEqual(refusedWith(key))
  })
})

describe('a released response', () => {
  it('is recorded, takes the place of the draft and tells the commenter without any words', async () => {
    const id = await room.comments(cast.arvenia, { itemId: train, text: 'Too weak, says Arvenia.' })
    await keeps(cast.rapporteur, id, 'Draft words.')
    await answers(id, { version: 1 })
    expect(await responseTo(id)).toMatchObject({ outcome: 'notTakenUp', text: 'It goes too far.' })
    expect(await db.responseDraft.count({ where: { commentId: id } })).toBe(0)
    expect((await cast.recorded()).at(-1)).toMatchObject({
      event: 'response.released',
      subjectId: id,
      data: { name: cast.arvenia.name, outcome: 'notTakenUp' },
    })
    const [letter, ...more] = await waitsForLetter(cast.arvenia.head)
    expect(more).toEqual([])
    expect(letter?.subject).toBe('Sixth session: your comment was answered')
    expect(letter?.text).toContain(`/sessions/${cast.slug}/ours`)
    expect(`${letter?.subject}${letter?.text}`).not.toMatch(/weak|too far/i)
    expect(await waitsForLetter(cast.belmara.head)).toEqual([])
  })

  it('tells a delegation of several answers in one letter an hour', async () => {
    const first = await room.comments(cast.arvenia, { itemId: train })
    const second = await room.comments(cast.arvenia, { itemId: ratify })
    const third = await room.comments(cast.arvenia)
    for (const id of [first, second, third]) await answers(id)
    const letters = await waitsForLetter(cast.arvenia.head)
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Sixth session: 3 of your comments were answered',
    ])
    expect(readAnswered(letters[0]?.about)).toEqual({ comments: 3 })
    expect(() => readAnswered({ items: [] })).toThrow()
  })

  it('answers in one act all comments on an item that say the same, and names each', async () => {
    const words = { itemId: train, position: 'supports', text: 'We support this.' } as const
    const comment = await room.comments(cast.arvenia, words)
    const identical = await room.comments(cast.belmara, { ...words, text: '  We SUPPORT this ' })
    const different = await room.comments(cast.corvina, {
      ...words,
      text: 'We do not support this.',
    })
    await expect(answers(comment, { also: [different] })).rejects.toEqual(
      refusedWith('notIdentical'),
    )
    await answers(comment, { also: [identical], outcome: 'noted', text: '' })
    expect((await responseTo(identical))?.outcome).toBe('noted')
    const named = (await cast.recorded()).filter(({ event }) => event === 'response.released')
    expect(named.map(({ data }) => data)).toEqual([
      { name: cast.arvenia.name, outcome: 'noted' },
      { name: cast.belmara.name, outcome: 'noted' },
    ])
  })

  it('is one act if it is sent twice, and refused to another who comes later', async () => {
    const id = await room.comments(cast.arvenia, { itemId: train })
    await answers(id)
    await answers(id)
    await expect(answers(id, { text: 'Another answer.' })).rejects.toEqual(
      refusedWith('responseReleased'),
    )
    await expect(keeps(cast.rapporteur, id, 'Later.')).rejects.toEqual(
      refusedWith('responseReleased'),
    )
  })

  it('is stored once where two officers release at one instant', async () => {
    const id = await room.comments(cast.arvenia, { itemId: train })
    const both = await Promise.allSettled([
      answers(id, { text: 'One answer.' }),
      answers(id, { text: 'Another answer.' }, cast.secretariat),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('is refused to a comment that was withdrawn, replaced or retracted', async () => {
    const by = { withdrawnById: cast.arvenia.head.personId, withdrawnAt: new Date() }
    const withdrawn = await room.comments(cast.arvenia, { ...by })
    await expect(answers(withdrawn)).rejects.toEqual(refusedWith('commentWithdrawn'))
    const later = await room.comments(cast.arvenia)
    const replaced = await room.comments(cast.arvenia, { replacedById: later })
    await expect(answers(replaced)).rejects.toEqual(refusedWith('commentReplaced'))
    const gone = { retractedById: cast.secretariat.personId, retractedAt: new Date() }
    const retracted = await room.comments(cast.arvenia, gone)
    await expect(answers(retracted)).rejects.toEqual(refusedWith('commentRetracted'))
  })

  it('says why, unless the comment was taken up or noted', () => {
    const commentId = '0191a3f0-0000-7000-8000-000000000000'
    const check = (outcome: string) => ReleaseResponse.safeParse({ commentId, outcome }).success
    expect(['takenUp', 'noted'].map(check)).toEqual([true, true])
    expect(['takenUpInPart', 'notTakenUp', 'answeredElsewhere', ''].map(check)).toEqual(
      Array.from({ length: 4 }, () => false),
    )
  })
})

describe('the commenter’s reply', () => {
  it('is given once, by whoever may submit for the delegation, to a released response', async () => {
    const id = await room.comments(cast.arvenia, { itemId: train })
    await expect(replies(cast.arvenia.head, id)).rejects.toEqual(refusedWith('notYetAnswered'))
    await answers(id)
    await expect(replies(cast.arvenia.adviser, id)).rejects.toEqual(
      refusedWith('commentNotReleasable'),
    )
    await expect(replies(cast.belmara.head, id)).rejects.toEqual(refusedWith('notFound'))
    await replies(cast.arvenia.head, id)
    expect(await responseTo(id)).toMatchObject({
      reply: 'maintains',
      replyText: 'We still ask for this.',
      repliedById: cast.arvenia.head.personId,
    })
    expect((await cast.recorded()).at(-1)?.event).toBe('response.replied')
    await expect(replies(cast.arvenia.head, id)).rejects.toEqual(refusedWith('repliedBefore'))
  })
})
