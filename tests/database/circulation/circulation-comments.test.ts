import { beforeEach, describe, expect, it } from 'vitest'
import {
  releaseComments,
  supportAndRelease,
  withdrawComment,
  writeAndRelease,
} from '@/lib/circulation/comments/commands'
import {
  discardDraft,
  keepDraft,
  restoreDraft,
  supportItems,
} from '@/lib/circulation/comments/drafts/commands'
import { seenWords } from '@/lib/circulation/comments/drafts/seen'
import { askForLate } from '@/lib/circulation/comments/late/commands'
import { getItem } from '@/lib/circulation/comments/reading/queries'
import { firstWordsOf } from '@/lib/circulation/comments/reading/first-words'
import type { KeepDraft } from '@/lib/circulation/comments/schema'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { documentFromText } from '@/lib/text/document/document'
import { sha256 } from '@/lib/record/record'
import { circulated } from '@/tests/support/circulating'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let sent: Awaited<ReturnType<typeof circulated>>
beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  sent = await circulated(cast)
})

const keeps = async (actor: SignedIn, about: Partial<KeepDraft> = {}) =>
  (await keepDraft(actor, sent.draft(about))).id
const releases = (actor: SignedIn, ...ids: string[]) =>
  releaseComments(actor, { circulationId: sent.id, ids })
const commentOf = (id: string) => db.circulationComment.findUniqueOrThrow({ where: { id } })

describe('a comment in hand', () => {
  it('is kept by anybody of the delegation, and its wording against the item', async () => {
    const body = JSON.stringify(documentFromText('Member States should share evidence at once.'))
    const id = await keeps(cast.belmara.adviser, { body, position: 'supportsWithChange' })
    const draft = await db.circulationDraft.findUniqueOrThrow({ where: { id } })
    expect(draft).toMatchObject({ delegationId: cast.belmara.id, version: 1, releasedAt: null })
    expect(JSON.stringify(draft.wording)).toContain('at once')
    const text = 'Member States should share electronic evidence.'
    const same = await keeps(cast.belmara.adviser, { itemId: sent.a, words: text })
    expect(await db.circulationDraft.findUnique({ where: { id: same } })).toMatchObject({
      wording: null,
    })
  })

  it('is neither written over nor put aside by another delegation, which is told nothing of it', async () => {
    const draft = sent.draft({ text: 'Between us.' })
    await keepDraft(cast.belmara.head, draft)
    await expect(keepDraft(cast.corvina.head, { ...draft, text: 'Theirs.' })).rejects.toThrow(
      'notFound',
    )
    await expect(discardDraft(cast.corvina.head, draft)).rejects.toThrow('notFound')
    await expect(releases(cast.corvina.head, draft.id)).rejects.toThrow('notFound')
    await expect(releases(cast.secretariat, draft.id)).rejects.toThrow('notFound')
  })

  it('is not released or handed over by who saw other words of it', async () => {
    const { head, adviser } = cast.belmara
    const [draft, other] = [sent.draft(), sent.draft({ itemId: sent.b })]
    for (const one of [draft, other]) await keepDraft(adviser, one)
    const seen = seenWords([
      { id: draft.id, version: 1 },
      { id: other.id, version: 1 },
    ])
    await keepDraft(adviser, { ...draft, text: 'Half a sen', version: 1 })
    const both = { circulationId: sent.id, ids: [draft.id, other.id], seen }
    await expect(releaseComments(head, both)).rejects.toMatchObject({
      key: 'commentInHandChanged',
      values: { name: adviser.name },
    })
    expect(await db.circulationComment.count({ where: { circulationId: sent.id } })).toBe(0)
    const unchanged = { ...both, ids: [other.id] }
    const receipt = await releaseComments(head, unchanged)
    expect(await releaseComments(head, unchanged)).toEqual(receipt)
    await sent.closes(0)
    await expect(askForLate(head, { ...both, ids: [draft.id] })).rejects.toThrow(
      'commentInHandChanged',
    )
    await askForLate(head, {
      ...both,
      ids: [draft.id],
      seen: seenWords([{ id: draft.id, version: 2 }]),
    })
  })

  it('is not written over by who read an older version', async () => {
    const draft = sent.draft()
    await keepDraft(cast.belmara.head, draft)
    await keepDraft(cast.belmara.adviser, { ...draft, text: 'Theirs.', version: 1 })
    await expect(
      keepDraft(cast.belmara.head, { ...draft, text: 'Mine.', version: 1 }),
    ).rejects.toThrow('commentDraftChanged')
  })

  it('keeps the position of a colleague, also where the words are equal', async () => {
    const draft = sent.draft({ position: 'reserves' })
    await keepDraft(cast.belmara.head, draft)
    await keepDraft(cast.belmara.adviser, { ...draft, position: 'supports', version: 1 })
    const older = { ...draft, version: 1 }
    await expect(keepDraft(cast.belmara.head, older)).rejects.toThrow('commentDraftChanged')
    expect(await keepDraft(cast.belmara.adviser, { ...older, position: 'supports' })).toMatchObject(
      {
        version: 3,
      },
    )
  })

  it('is put aside for a day and put back', async () => {
    const id = await keeps(cast.belmara.head)
    await discardDraft(cast.belmara.adviser, { id })
    await expect(releases(cast.belmara.head, id)).rejects.toThrow('commentNoLongerDraft')
    await restoreDraft(cast.belmara.head, { id })
    expect((await releases(cast.belmara.head, id)).count).toBe(1)
  })

  it('is refused on an item of a list that is not circulated, and by whoever is not asked', async () => {
    await expect(keeps(cast.belmara.head, { itemId: sent.notCirculated })).rejects.toThrow(
      'notCirculated',
    )
    await expect(keeps(cast.outsider)).rejects.toThrow('commentNotAllowed')
    sent = await circulated(cast, { without: [cast.belmara.id] })
    await expect(keeps(cast.belmara.head)).rejects.toThrow('commentNotAllowed')
  })
})

describe('releasing', () => {
  it('makes comments of one, several or all in one act with one receipt', async () => {
    const ids = [
      await keeps(cast.belmara.adviser, { passage: 'electronic evidence', text: 'Which?' }),
      await keeps(cast.belmara.adviser, { target: 'circulation', position: 'none' }),
      await keeps(cast.belmara.head, { target: 'heading', headingId: sent.headingId, itemId: '' }),
      await keeps(cast.belmara.head, { target: 'other', subject: 'Funding', position: 'none' }),
    ]
    const receipt = await releases(cast.belmara.head, ...ids)
    expect(receipt).toMatchObject({ count: 4, circulationId: sent.id })
    const comments = await db.circulationComment.findMany({ where: { releaseId: receipt.id } })
    expect(comments).toHaveLength(4)
    expect(await commentOf(ids[0]!)).toMatchObject({
      passageStart: 27,
      passageText: 'electronic evidence',
      textHash: sha256('Which?'),
      late: false,
      delegationId: cast.belmara.id,
    })
    const release = await db.circulationRelease.findUniqueOrThrow({ where: { id: receipt.id } })
    const lines = comments.map(({ id, position, category, textHash }) =>
      [id, position, category, textHash].join(' '),
    )
    expect(release.hash).toBe(sha256(lines.toSorted().join('\n')))
    expect(await cast.recorded()).toMatchObject([
      { event: 'circulation.commentsReleased', textHash: release.hash, data: {} },
    ])
  })

  it('is refused to an adviser', async () => {
    const id = await keeps(cast.belmara.adviser)
    await expect(releases(cast.belmara.adviser, id)).rejects.toThrow('commentNotReleasable')
    expect(await db.circulationComment.count({ where: { circulationId: sent.id } })).toBe(0)
  })

  it('writes to those who may submit, with the fingerprint and no word of the comment', async () => {
    const id = await keeps(cast.belmara.head, { text: 'A marker of Belmara.' })
    const { id: release } = await releases(cast.belmara.head, id)
    const mails = await db.mail.findMany({ where: { text: { contains: release } } })
    expect(mails.map(({ recipient }) => recipient)).toEqual(['bastien.kolo@belmara.example'])
    expect(mails[0]!.text).not.toContain('marker')
  })

  it('of the same comments twice is answered with the same receipt, also after the deadline', async () => {
    const id = await keeps(cast.belmara.head)
    const first = await releases(cast.belmara.head, id)
    await sent.closes()
    expect(await releases(cast.belmara.head, id)).toEqual(first)
    expect(await db.circulationComment.count({ where: { circulationId: sent.id } })).toBe(1)
  })

  it('of the same comments at one instant is one', async () => {
    const ids = [await keeps(cast.arvenia.head), await keeps(cast.arvenia.head, { itemId: sent.b })]
    const [firstRelease, secondRelease] = await Promise.all([
      releases(cast.arvenia.head, ...ids),
      releases(cast.arvenia.alternate, ...ids),
    ])
    expect(firstRelease).toEqual(secondRelease)
    expect(await db.circulationRelease.count({ where: { circulationId: sent.id } })).toBe(1)
  })

  it('is decided by when the request had arrived', async () => {
    const [early, late] = [
      await keeps(cast.belmara.head),
      await keeps(cast.belmara.head, { itemId: sent.b }),
    ]
    await sent.closes(1_000)
    const at = (milliseconds: number): SignedIn => ({
      ...cast.belmara.head,
      request: { arrivedAt: new Date(Date.now() - milliseconds) },
    })
    await expect(releases(at(0), late)).rejects.toThrow('circulationClosedInHand')
    expect((await releases(at(5_000), early)).count).toBe(1)
    // Words that are in a form alone are not said to be kept.
    const typed = sent.draft({ itemId: sent.a, text: 'Typed only.' })
    await expect(writeAndRelease(at(0), typed)).rejects.toThrow('circulationClosedInForm')
    await expect(
      supportAndRelease(at(0), { circulationId: sent.id, itemIds: [sent.c] }),
    ).rejects.toThrow('circulationClosedInForm')
    expect(await db.circulationDraft.count({ where: { id: typed.id } })).toBe(0)
  })

  it('names the item of what is not ready, and releases nothing', async () => {
    const good = await keeps(cast.belmara.head, { itemId: sent.b })
    const tries: [Partial<KeepDraft>, string][] = [
      [{ position: null }, 'positionMissing.item'],
      [{ position: 'none', text: ' ' }, 'commentEmpty.item'],
      [{ position: 'supportsWithChange', text: '' }, 'changeNotSaid.item'],
      [{ target: 'other', subject: '', position: 'none' }, 'subjectMissing.other'],
      [{ passage: 'no such words' }, 'passageNotFoundOn'],
      [{ itemId: sent.b, position: 'reserves' }, 'twoPositions'],
    ]
    for (const [about, key] of tries) {
      const bad = await keeps(cast.belmara.head, about)
      await expect(releases(cast.belmara.head, good, bad)).rejects.toThrow(key)
    }
    expect(await db.circulationComment.count({ where: { circulationId: sent.id } })).toBe(0)
  })

  it('of a position by an observer is refused where the group says so; its question is not', async () => {
    await db.expertGroup.update({
      where: { id: cast.session.groupId },
      data: { observersMayTakePosition: false },
    })
    const position = await keeps(cast.lumeria.head)
    await expect(releases(cast.lumeria.head, position)).rejects.toThrow('positionNotForObservers')
    const question = await keeps(cast.lumeria.head, { position: 'question' })
    expect((await releases(cast.lumeria.head, question)).count).toBe(1)
    const state = await keeps(cast.belmara.head)
    expect((await releases(cast.belmara.head, state)).count).toBe(1)
  })
})

describe('the one position of a delegation on an item', () => {
  it('is replaced by the later one; both stay readable, a question beside them counts too', async () => {
    const [first, question] = [
      await keeps(cast.belmara.head),
      await keeps(cast.belmara.head, { position: 'question' }),
    ]
    await releases(cast.belmara.head, first, question)
    const second = await keeps(cast.belmara.head, { position: 'reserves' })
    await releases(cast.belmara.head, second)
    expect(await commentOf(first)).toMatchObject({
      replacedById: second,
      text: 'We can support this.',
    })
    expect(await commentOf(question)).toMatchObject({ replacedById: null })
    expect(await commentOf(second)).toMatchObject({ replacedById: null })
  })

  it('is one too where two of the delegation release at one instant', async () => {
    const ids = await Promise.all([
      keeps(cast.arvenia.head),
      keeps(cast.arvenia.alternate, { position: 'reserves' }),
    ])
    await Promise.all([
      releases(cast.arvenia.head, ids[0]),
      releases(cast.arvenia.alternate, ids[1]),
    ])
    const all = await db.circulationComment.findMany({ where: { circulationId: sent.id } })
    expect(all.filter(({ replacedById }) => replacedById === null)).toHaveLength(1)
    expect(all).toHaveLength(2)
  })

  it('does not touch that of others', async () => {
    await releases(cast.belmara.head, await keeps(cast.belmara.head))
    await releases(cast.corvina.head, await keeps(cast.corvina.head))
    expect(
      await db.circulationComment.count({
        where: { circulationId: sent.id, replacedById: null },
      }),
    ).toBe(2)
  })
})

describe('withdrawing', () => {
  it('ends a comment until the deadline, once, for its own delegation alone', async () => {
    const id = await keeps(cast.belmara.head)
    await releases(cast.belmara.head, id)
    await expect(withdrawComment(cast.corvina.head, { id })).rejects.toThrow('notFound')
    await expect(withdrawComment(cast.belmara.adviser, { id })).rejects.toThrow(
      'commentNotReleasable',
    )
    await withdrawComment(cast.belmara.head, { id })
    await expect(withdrawComment(cast.belmara.head, { id })).rejects.toThrow('commentEnded')
    expect((await cast.recorded()).at(-1)).toMatchObject({
      event: 'circulation.commentWithdrawn',
      subjectId: id,
    })
  })

  it('is refused after the deadline, and so is replacing', async () => {
    const id = await keeps(cast.belmara.head)
    await releases(cast.belmara.head, id)
    const replacement = await keeps(cast.belmara.head, { position: 'reserves', replacesId: id })
    await sent.closes()
    await expect(withdrawComment(cast.belmara.head, { id })).rejects.toThrow('circulationClosed')
    await expect(releases(cast.belmara.head, replacement)).rejects.toThrow('circulationClosed')
  })

  it('and replacing at one instant: one of them ends the comment', async () => {
    const id = await keeps(cast.arvenia.head)
    await releases(cast.arvenia.head, id)
    const next = await keeps(cast.arvenia.head, { position: 'none', replacesId: id })
    const [withdrawn, replaced] = await Promise.allSettled([
      withdrawComment(cast.arvenia.alternate, { id }),
      releases(cast.arvenia.head, next),
    ])
    expect([withdrawn.status, replaced.status].toSorted()).toEqual(['fulfilled', 'rejected'])
    const { replacedById, withdrawnAt } = await commentOf(id)
    expect(Number(replacedById === null) + Number(withdrawnAt === null)).toBe(1)
  })
})

describe('supporting several items', () => {
  it('keeps one comment for each that has none in hand and is not supported', async () => {
    await releases(cast.belmara.head, await keeps(cast.belmara.head))
    await keeps(cast.belmara.head, { itemId: sent.b, position: 'reserves' })
    const itemIds = [sent.a, sent.b, sent.c, sent.other]
    const { ids } = await supportItems(cast.belmara.adviser, { circulationId: sent.id, itemIds })
    expect(ids).toHaveLength(2)
    await releases(cast.belmara.head, ...ids)
    expect(await commentOf(ids[0]!)).toMatchObject({
      position: 'supports',
      text: '',
      wording: null,
    })
    await expect(
      supportItems(cast.belmara.head, { circulationId: sent.id, itemIds: [sent.notCirculated] }),
    ).rejects.toThrow('notCirculated')
  })
})

it('the page for supporting several items shows each whole, and says which one is cut, a Chinese one too', async () => {
  const chinese = `会员国应当${'毫不拖延地分享电子证据，并向专家组提交报告；'.repeat(40)}`
  const english = `Member States should share evidence. ${'They should keep it for a year. '.repeat(40)}`
  const usual = `Member States should ${'share electronic evidence and '.repeat(20)}report.`
  const long = await circulated(cast, { texts: [chinese, english, usual] })
  const words = await firstWordsOf(long.id)
  for (const [id, text] of [
    [long.a, chinese],
    [long.b, english],
  ] as const) {
    const shown = words.get(id)!.words.replace(/ ?…$/u, '')
    expect(shown.length).toBeGreaterThan(450)
    expect(text.startsWith(shown)).toBe(true)
    expect(words.get(id)!.isCut).toBe(true)
  }
  expect(words.get(long.c)).toEqual({ words: usual, language: 'en', isCut: false })
})

it('a circulated item names the State that took its proposal over after the issue', async () => {
  expect((await getItem(sent.id, sent.a)).takenOverBy).toEqual([])
  const { proposalId } = await db.itemProposal.findFirstOrThrow({ where: { itemId: sent.a } })
  const { id: delegationId, head } = cast.corvina
  await db.takeOver.create({
    data: { proposalId, delegationId, reason: '', takenById: head.personId },
  })
  expect(await getItem(sent.id, sent.a)).toMatchObject({
    attribution: ['Arvenia'],
    takenOverBy: ['Corvina'],
  })
})
