import { beforeEach, describe, expect, it } from 'vitest'
import {
  releaseComments,
  supportAndRelease,
  writeAndRelease,
} from '@/lib/circulation/comments/commands'
import { keepDraft, supportItems } from '@/lib/circulation/comments/drafts/commands'
import { firstWordsOf } from '@/lib/circulation/comments/reading/first-words'
import type { KeepDraft } from '@/lib/circulation/comments/schema'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
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
      supportAndRelease(at(0), { circulationId: sent.id, itemIds: [sent.c], onBehalfOfId: '' }),
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

describe('supporting several items', () => {
  it('keeps one comment for each that has none in hand and is not supported', async () => {
    await releases(cast.belmara.head, await keeps(cast.belmara.head))
    await keeps(cast.belmara.head, { itemId: sent.b, position: 'reserves' })
    const itemIds = [sent.a, sent.b, sent.c, sent.other]
    const { ids } = await supportItems(cast.belmara.adviser, {
      circulationId: sent.id,
      itemIds,
      onBehalfOfId: '',
    })
    expect(ids).toHaveLength(2)
    await releases(cast.belmara.head, ...ids)
    expect(await commentOf(ids[0]!)).toMatchObject({
      position: 'supports',
      text: '',
      wording: null,
    })
    await expect(
      supportItems(cast.belmara.head, {
        circulationId: sent.id,
        itemIds: [sent.notCirculated],
        onBehalfOfId: '',
      }),
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
