import { beforeEach, describe, expect, it } from 'vitest'
import { releaseComment } from '@/lib/comments/commands'
import {
  discardCommentDraft,
  restoreCommentDraft,
  saveCommentDraft,
} from '@/lib/comments/draft-commands'
import { getDiscussedProposal } from '@/lib/comments/queries'
import type { WriteComment } from '@/lib/comments/schema'
import { db } from '@/lib/db/client'
import { type Actor, visitor } from '@/lib/delegations/actor'
import { sha256 } from '@/lib/record/record'
import { commentOn } from '@/tests/support/commenting'
import { proposing, TEXT } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let proposalId: string
const { submits, events } = proposing(() => cast)
beforeEach(async () => {
  cast = await scenario()
  proposalId = (await submits(cast.arvenia.head)).proposalId
})

const comment = (about: Partial<WriteComment> = {}) => commentOn(proposalId, about)
const discussion = async (actor: Actor) =>
  (await getDiscussedProposal(actor, cast.session, 1)).discussion

describe('a comment in hand', () => {
  it('is read by its own delegation alone', async () => {
    await saveCommentDraft(cast.belmara.adviser, comment({ text: 'Between us.' }))
    for (const member of [cast.belmara.head, cast.belmara.adviser])
      expect((await discussion(member)).drafts).toMatchObject([
        { text: 'Between us.', writtenBy: 'Brielle Sanda' },
      ])
    const otherReaders = [cast.arvenia.head, cast.corvina.head, cast.lumeria.head, cast.chair]
    for (const actor of [...otherReaders, cast.rapporteur, cast.secretariat])
      expect(await discussion(actor)).toEqual({ comments: [], drafts: [] })
    await expect(discussion(visitor)).rejects.toThrow('notFound')
  })

  it('is neither written over nor put aside by another delegation', async () => {
    const draft = comment({ text: 'Between us.' })
    await saveCommentDraft(cast.belmara.head, draft)
    await expect(
      saveCommentDraft(cast.corvina.head, { ...draft, text: 'Theirs.' }),
    ).rejects.toThrow('commentNoLongerDraft')
    await expect(discardCommentDraft(cast.corvina.head, draft)).rejects.toThrow('notFound')
    expect((await discussion(cast.belmara.head)).drafts).toMatchObject([{ text: 'Between us.' }])
  })

  it('is in hand no more once it was put aside or released', async () => {
    const [first, second] = [comment(), comment()]
    await saveCommentDraft(cast.belmara.adviser, first)
    await saveCommentDraft(cast.belmara.adviser, second)
    await discardCommentDraft(cast.belmara.adviser, first)
    await releaseComment(cast.belmara.head, second)
    const { comments, drafts } = await discussion(cast.belmara.head)
    expect(drafts).toMatchObject([{ id: first.id, discardedAt: expect.any(Date) }])
    expect(comments.map(({ id }) => id)).toEqual([second.id])
    await expect(saveCommentDraft(cast.belmara.adviser, first)).rejects.toThrow(
      'commentNoLongerDraft',
    )
  })

  it('can be put back for a day after it was discarded, by its own delegation', async () => {
    const draft = comment({ text: 'Between us.' })
    await saveCommentDraft(cast.belmara.adviser, draft)
    await discardCommentDraft(cast.belmara.adviser, draft)
    await expect(restoreCommentDraft(cast.corvina.head, draft)).rejects.toThrow('notFound')
    await restoreCommentDraft(cast.belmara.head, draft)
    expect((await discussion(cast.belmara.head)).drafts).toMatchObject([
      { text: 'Between us.', discardedAt: null },
    ])
    await db.commentDraft.update({
      where: { id: draft.id },
      data: { discardedAt: new Date(Date.now() - 25 * 3_600_000) },
    })
    await expect(restoreCommentDraft(cast.belmara.head, draft)).rejects.toThrow('notFound')
    expect((await discussion(cast.belmara.head)).drafts).toEqual([])
  })
})

describe('a released comment', () => {
  it('stands under its delegation, with the words it is about, and in the record', async () => {
    const passage = TEXT.slice(0, 20).trim()
    const { id } = await releaseComment(
      cast.belmara.head,
      comment({ passage, position: 'doesNotSupport', text: 'Not this.' }),
    )
    for (const reader of [cast.arvenia.adviser, cast.lumeria.head, cast.rapporteur])
      expect((await discussion(reader)).comments).toMatchObject([
        {
          delegationName: 'Belmara',
          position: 'doesNotSupport',
          passage,
          passageStart: 0,
          passageEnd: passage.length,
          text: 'Not this.',
          releasedAt: expect.any(Date),
        },
      ])
    expect(await events()).toEqual(['proposal.submitted', 'comment.released'])
    const entry = await db.recordEntry.findFirstOrThrow({ where: { subjectId: id } })
    expect(entry).toMatchObject({ actingFor: 'Belmara', textHash: sha256('Not this.') })
  })

  describe('on words that stand in the text twice', () => {
    const twice = 'Keep records of requests. Keep  records of answers.\nKeep records of refusals.'
    const about = (passage: string, passageStart?: number) =>
      comment({ proposalId: second, passage, ...(passageStart !== undefined && { passageStart }) })
    let second = ''
    beforeEach(async () => {
      second = (await submits(cast.arvenia.head, { text: twice })).proposalId
    })

    it('marks those that were selected', async () => {
      for (const [at, text] of [
        [0, 'Keep records'],
        [26, 'Keep  records'],
        [52, 'Keep records'],
      ] as const) {
        const { id } = await releaseComment(cast.belmara.head, about('Keep records', at))
        expect(await db.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({
          passageStart: at,
          passageText: text,
        })
      }
    })

    it('keeps in hand where they were selected', async () => {
      const draft = about('Keep records', 26)
      await saveCommentDraft(cast.belmara.adviser, draft)
      const { discussion: found } = await getDiscussedProposal(cast.belmara.head, cast.session, 2)
      expect(found.drafts).toMatchObject([{ passage: 'Keep records', passageStart: 26 }])
    })

    it('is refused where they were typed, so that no other words are marked', async () => {
      await expect(releaseComment(cast.belmara.head, about('Keep records'))).rejects.toThrow(
        'passageAmbiguous',
      )
      const { id } = await releaseComment(cast.belmara.head, about('records of answers'))
      expect(await db.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({
        passageStart: 32,
      })
    })
  })

  it('comes once, however often it is sent', async () => {
    const written = comment()
    await Promise.all(Array.from({ length: 5 }, () => releaseComment(cast.belmara.head, written)))
    expect((await discussion(cast.belmara.head)).comments).toHaveLength(1)
    await expect(
      releaseComment(cast.belmara.head, { ...written, text: 'Something else.' }),
    ).rejects.toThrow('commentNoLongerDraft')
  })

  it('is released by nobody who may not submit, a question neither', async () => {
    await expect(
      releaseComment(cast.belmara.adviser, comment({ position: 'question' })),
    ).rejects.toThrow('commentNotReleasable')
    await expect(releaseComment(cast.chair, comment())).rejects.toThrow('commentNotReleasable')
    expect((await discussion(cast.arvenia.head)).comments).toEqual([])
  })

  it('answers only what was said on the same proposal', async () => {
    const question = comment({ position: 'question' })
    await releaseComment(cast.belmara.head, question)
    await releaseComment(cast.arvenia.head, comment({ parentId: question.id, position: 'none' }))
    const { comments } = await discussion(cast.corvina.head)
    expect(comments.map(({ parentId }) => parentId)).toEqual([null, question.id])

    const elsewhere = (await submits(cast.corvina.head)).proposalId
    await expect(
      releaseComment(
        cast.arvenia.head,
        comment({ proposalId: elsewhere, parentId: question.id, position: 'none' }),
      ),
    ).rejects.toThrow('notFound')
  })
})
