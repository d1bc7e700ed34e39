import { beforeEach, describe, expect, it } from 'vitest'
import { releaseComments, withdrawComment } from '@/lib/circulation/comments/commands'
import { discardDraft, keepDraft, restoreDraft } from '@/lib/circulation/comments/drafts/commands'
import { seenWords } from '@/lib/circulation/comments/drafts/seen'
import { askForLate } from '@/lib/circulation/comments/late/commands'
import { getItem } from '@/lib/circulation/comments/reading/queries'
import type { KeepDraft } from '@/lib/circulation/comments/schema'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { documentFromText } from '@/lib/text/document/document'
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
