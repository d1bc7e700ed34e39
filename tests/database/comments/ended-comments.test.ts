import { beforeEach, describe, expect, it } from 'vitest'
import { releaseComment, withdrawComment } from '@/lib/comments/commands'
import { saveCommentDraft } from '@/lib/comments/draft-commands'
import { getDiscussedProposal } from '@/lib/comments/queries'
import type { WriteComment } from '@/lib/comments/schema'
import { threads } from '@/lib/comments/threads'
import { getOurs } from '@/lib/consolidation/delegation-view/queries'
import { db } from '@/lib/db/client'
import type { Actor, SignedIn } from '@/lib/delegations/actor'
import { listProposals } from '@/lib/proposals/search/queries'
import { ProposalFilter } from '@/lib/proposals/search/filter'
import { getSession } from '@/lib/sessions/queries'
import { commentOn } from '@/tests/support/commenting'
import { proposing } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let proposalId: string
const { submits, events } = proposing(() => cast)
beforeEach(async () => {
  cast = await scenario()
  proposalId = (await submits(cast.arvenia.head)).proposalId
})

const comment = (about: Partial<WriteComment> = {}) => commentOn(proposalId, about)
const released = async (about: Partial<WriteComment> = {}, by: SignedIn = cast.belmara.head) =>
  (await releaseComment(by, comment(about))).id
const discussion = async (actor: Actor = cast.corvina.head) =>
  threads((await getDiscussedProposal(actor, cast.session, 1)).discussion.comments)

/** The number of comments of each proposal in the list. */
const counted = async () =>
  (await listProposals(cast.corvina.head, cast.session, ProposalFilter.parse({}))).proposals.map(
    ({ comments }) => comments,
  )

describe('a released comment that its delegation replaces', () => {
  it('stays readable under the later one, which counts', async () => {
    const first = await released({ text: 'We are for it.' })
    const second = await released({ replacesId: first, text: 'Only with a change.' })
    const third = await released({
      replacesId: second,
      text: 'We are against it.',
      category: 'substantive',
      position: 'doesNotSupport',
    })
    expect(await discussion()).toMatchObject([
      {
        id: third,
        text: 'We are against it.',
        category: 'substantive',
        position: 'doesNotSupport',
        earlier: [
          { id: first, text: 'We are for it.' },
          { id: second, text: 'Only with a change.' },
        ],
      },
    ])
    expect(await events()).toEqual([
      'proposal.submitted',
      'comment.released',
      'comment.replaced',
      'comment.replaced',
    ])
    expect(await counted()).toEqual([1])
  })

  it('is that of the own delegation alone, by whoever may submit', async () => {
    const first = await released()
    for (const actor of [cast.corvina.head, cast.arvenia.head])
      await expect(released({ replacesId: first }, actor)).rejects.toThrow('notFound')
    await expect(released({ replacesId: first }, cast.belmara.adviser)).rejects.toThrow(
      'commentNotReleasable',
    )
    await expect(
      saveCommentDraft(cast.corvina.head, comment({ replacesId: first })),
    ).rejects.toThrow('notFound')
    await saveCommentDraft(cast.belmara.adviser, comment({ replacesId: first }))
    expect(await discussion()).toMatchObject([{ id: first, earlier: [] }])
  })

  it('ends once, of two replacements at one instant too', async () => {
    const first = await released()
    const both = await Promise.allSettled([
      released({ replacesId: first, text: 'One.' }),
      released({ replacesId: first, text: 'Other.' }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { key: 'commentEnded' },
    })
    expect(await discussion()).toMatchObject([{ earlier: [{ id: first }] }])
    await expect(withdrawComment(cast.belmara.head, { id: first })).rejects.toThrow('commentEnded')
  })

  it('keeps the replies to it, and takes new ones only in its later version', async () => {
    const first = await released()
    const reply = await released({ parentId: first, position: 'none' }, cast.arvenia.head)
    const second = await released({ replacesId: first })
    await expect(released({ parentId: first }, cast.corvina.head)).rejects.toThrow(
      'commentReplaced',
    )
    const later = await released({ parentId: second, position: 'none' }, cast.corvina.head)
    expect(await discussion()).toMatchObject([
      { id: second, replies: [{ id: reply }, { id: later }] },
    ])
    const changed = await released(
      { parentId: second, replacesId: reply, position: 'none' },
      cast.arvenia.head,
    )
    await expect(released({ replacesId: changed }, cast.arvenia.head)).rejects.toThrow('notFound')
    expect(await discussion()).toMatchObject([
      { replies: [{ id: changed, earlier: [{ id: reply }] }, { id: later }] },
    ])
  })
})

describe('a released comment that its delegation withdraws', () => {
  it('leaves who and when, and neither its words nor those before', async () => {
    const first = await released({ text: 'We are for it.' })
    const second = await released({ replacesId: first, text: 'We were for it.' })
    await withdrawComment(cast.belmara.head, { id: second })
    const [thread] = await discussion()
    expect(thread).toMatchObject({
      id: second,
      delegationName: 'Belmara',
      text: '',
      withdrawnAt: expect.any(Date),
      earlier: [],
    })
    expect((await events()).at(-1)).toBe('comment.withdrawn')
    expect(await counted()).toEqual([0])
    expect(await db.comment.findUniqueOrThrow({ where: { id: second } })).toMatchObject({
      text: 'We were for it.',
      withdrawnById: cast.belmara.head.personId,
    })
  })

  it('is that of the own delegation alone, by whoever may submit, once', async () => {
    const id = await released()
    for (const actor of [cast.corvina.head, cast.chair, cast.secretariat])
      await expect(withdrawComment(actor, { id })).rejects.toThrow('notFound')
    await expect(withdrawComment(cast.belmara.adviser, { id })).rejects.toThrow(
      'commentNotReleasable',
    )
    await withdrawComment(cast.belmara.head, { id })
    await expect(withdrawComment(cast.belmara.head, { id })).rejects.toThrow('commentEnded')
    await expect(released({ replacesId: id })).rejects.toThrow('commentEnded')
  })

  it('takes no more replies; one that waited for the withdrawal is refused', async () => {
    const id = await released()
    const [withdrawal, reply] = await Promise.allSettled([
      withdrawComment(cast.belmara.head, { id }),
      released({ parentId: id, position: 'none' }, cast.arvenia.head),
    ])
    expect(withdrawal.status).toBe('fulfilled')
    if (reply.status === 'rejected') expect(reply.reason).toMatchObject({ key: 'commentWithdrawn' })
    await expect(released({ parentId: id, position: 'none' }, cast.arvenia.head)).rejects.toThrow(
      'commentWithdrawn',
    )
  })

  it('is told to its delegation, the author and whoever replied, without its words', async () => {
    const id = await released({ text: 'Words of no letter.' })
    await released({ parentId: id, position: 'none' }, cast.corvina.head)
    await db.mail.deleteMany({})
    await withdrawComment(cast.belmara.head, { id })
    const mails = await db.mail.findMany()
    const people = await db.person.findMany({
      where: {
        places: {
          some: {
            maySubmit: true,
            delegationId: { in: [cast.arvenia.id, cast.belmara.id, cast.corvina.id] },
          },
        },
      },
    })
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
      people.map(({ email }) => email).toSorted(),
    )
    for (const { subject, text } of mails) {
      expect(subject).toMatch(/withdraw/)
      expect(text).not.toContain('Words of no letter')
    }
  })
})

it('neither is done after the deadline', async () => {
  const id = await released()
  await cast.closes('comments')
  await expect(withdrawComment(cast.belmara.head, { id })).rejects.toThrow('commentsClosed')
  await expect(released({ replacesId: id })).rejects.toThrow('commentsClosed')
  expect(await discussion()).toMatchObject([{ id, withdrawnAt: null, earlier: [] }])
})

describe('a draft that two people have open', () => {
  it('is never written over what the other wrote, nor released over it', async () => {
    const mine = comment({ text: 'First words.', version: 0 })
    expect(await saveCommentDraft(cast.belmara.head, mine)).toMatchObject({ version: 1 })
    const theirs = { ...mine, text: 'Words of the adviser.', version: 1 }
    expect(await saveCommentDraft(cast.belmara.adviser, theirs)).toMatchObject({ version: 2 })
    const stale = { ...mine, text: 'Other words.', version: 1 }
    for (const act of [saveCommentDraft, releaseComment])
      await expect(act(cast.belmara.head, stale)).rejects.toMatchObject({
        key: 'commentDraftChanged',
        values: { name: 'Brielle Sanda' },
      })
    await releaseComment(cast.belmara.head, { ...stale, version: 2 })
  })

  it('takes a save again whose answer was lost', async () => {
    const mine = comment({ text: 'First words.', version: 0 })
    await saveCommentDraft(cast.belmara.head, mine)
    const again = { ...mine, text: 'First words, and more.' }
    expect(await saveCommentDraft(cast.belmara.head, again, [mine])).toMatchObject({ version: 2 })
  })
})

it('what became of ours shows the version that counts, with the replies to any', async () => {
  const first = await released({ text: 'First.' })
  await released({ parentId: first, position: 'none', text: 'Why?' }, cast.arvenia.head)
  const second = await released({ replacesId: first, text: 'Second.' })
  const session = await getSession(cast.belmara.head, cast.session.slug)
  const { comments } = await getOurs(cast.belmara.head, session)
  expect(comments).toMatchObject([
    { id: second, text: 'Second.', answers: [{ by: 'Arvenia', text: 'Why?' }] },
  ])
})
