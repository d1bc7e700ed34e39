import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { deleteItem } from '@/lib/consolidation/desk/item-commands'
import { markChangesSeen } from '@/lib/consolidation/delegation-view/commands'
import { findStockTaking, getOurs } from '@/lib/consolidation/delegation-view/queries'
import { takeBackOutcome } from '@/lib/consolidation/desk/source-commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { getDesk } from '@/lib/desk/queries'
import { nextSteps } from '@/lib/desk/rows/steps'
import { sha256 } from '@/lib/record/record'
import { getSession } from '@/lib/sessions/queries'
import { documentFromText } from '@/lib/text/document/document'
import { adoptList } from '@/lib/plenary/adoption'
import { corrects } from '@/tests/support/correcting'
import { RATIFY, type StockTaking, stockTakingOfThree, TRAIN } from '@/tests/support/stock-taking'

let cast: StockTaking
let slug: string
/** Arvenia's first, Belmara's, Arvenia's second. */
let train: string
let ratify: string
let share: string

beforeEach(async () => {
  ;({ cast, slug, train, ratify, share } = await stockTakingOfThree())
}, 30_000)

const pending = async (actor: SignedIn) =>
  (await cast.ours(actor)).changes.map(({ kind, id }) => [kind, id])
const looks = async (actor: SignedIn) => {
  const { changes } = await cast.ours(actor)
  await markChangesSeen(actor, { slug, until: changes[0]?.at ?? new Date() })
}
const steps = async (actor: SignedIn) =>
  nextSteps(actor, await getDesk(actor)).filter(({ kind }) => kind === 'seeOurs')

describe('what became of ours', () => {
  it('shows a delegation its own with outcome, person and the item in which it lives on', async () => {
    const id = await cast.makes([train, ratify], 'Train teachers and ratify the Convention.')
    const ours = await cast.ours(cast.arvenia.adviser)
    expect(ours.proposals.map((proposal) => proposal.items.map((item) => item.id))).toEqual([
      [train],
      [share],
    ])
    const [first, second] = ours.proposals.map((proposal) => proposal.items[0]!)
    expect(first).toMatchObject({
      outcome: 'mergedInto',
      reason: 'As discussed.',
      decidedBy: cast.rapporteur.name,
      decidedAt: expect.any(Date),
      surviving: [{ id, wording: 1, taken: 'whole', status: 'pending', disagreement: null }],
    })
    expect(second).toMatchObject({ outcome: null, surviving: [] })
  })

  it('names a corrigendum of the item in which one of theirs lives on, with its reason and time', async () => {
    const id = await cast.makes([train, ratify], 'Train teachers and ratify the Convention.')
    await cast.setsAside([share])
    await adoptList(cast.chair, { slug, meeting: 2 })
    await looks(cast.arvenia.head)
    await corrects(cast, { slug, id, text: 'Train all teachers.', reason: 'A slip.' })
    const { proposals, changes } = await cast.ours(cast.arvenia.head)
    const [use] = proposals[0]!.items[0]!.surviving
    expect(use).toMatchObject({ text: 'Train all teachers.', reason: 'A slip.', corrected: 1 })
    expect(changes.map((change) => [change.id, change.at])).toEqual([[train, use!.correctedAt]])
  })

  it('is found from every session of the group in which the delegation has a place', async () => {
    const { head } = cast.arvenia
    const earlier = await db.session.findFirstOrThrow({
      where: { groupId: cast.session.groupId, kind: 'topical' },
    })
    const found = await findStockTaking(head, await getSession(head, earlier.slug))
    expect(found.slug).toBe(slug)
    expect((await findStockTaking(head, await getSession(head, slug))).slug).toBe(slug)
    const elsewhere = { ...head, memberships: [] }
    expect((await findStockTaking(elsewhere, found)).slug).toBe(slug)
  })

  it('names the items of an issued list where no stock-taking is open, and gives them no outcome', async () => {
    const { head, id } = cast.arvenia
    const earlier = await db.session.findFirstOrThrow({
      where: { groupId: cast.session.groupId, kind: 'topical' },
    })
    const place = {
      ...head.memberships[0]!,
      sessionId: earlier.id,
      delegationId: cast.past.get(id)!,
    }
    const there = { ...head, memberships: [place] }
    const ours = await getOurs(there, await getSession(there, earlier.slug))
    expect(ours.opened).toBe(false)
    expect(ours.proposals).toMatchObject([
      { listed: true, covered: null, listedItems: [{ id: train, paragraph: 1 }], items: [] },
      { listed: true, covered: null, listedItems: [{ id: share, paragraph: 1 }], items: [] },
    ])
    const here = await cast.ours(head)
    expect(here.proposals.map(({ covered }) => covered)).toEqual([true, true])
  })

  it('counts no other delegation’s, and is no one’s who has no place here', async () => {
    await cast.makes([ratify], RATIFY)
    expect(await pending(cast.arvenia.head)).toEqual([])
    expect((await cast.ours(cast.belmara.head)).proposals).toHaveLength(1)
    for (const actor of [cast.rapporteur, cast.secretariat, cast.chair, cast.outsider])
      await expect(cast.ours(actor)).rejects.toMatchObject({ key: 'notFound' })
  })

  it('names withdrawn proposals, those on no list, amendments with their decision and comments with answers', async () => {
    const theirs = await db.proposal.findFirstOrThrow({
      where: { items: { some: { itemId: ratify } } },
    })
    const { id: sessionId } = await db.session.findUniqueOrThrow({
      where: { id: theirs.sessionId },
    })
    const [arvenia, belmara] = [cast.arvenia, cast.belmara].map(({ id }) => cast.past.get(id)!)
    const text = 'We support this.'
    const ownProposal = await db.proposal.create({
      data: {
        sessionId,
        number: 9,
        delegationId: arvenia!,
        kind: 'recommendation',
        originalLanguage: 'en',
        withdrawnAt: new Date(),
        withdrawnById: cast.arvenia.head.personId,
        withdrawalReason: 'Superseded.',
        revisions: {
          create: {
            number: 1,
            body: documentFromText(text),
            text,
            textHash: sha256(text),
            wordCount: 3,
            delegationId: arvenia!,
          },
        },
      },
    })
    const comment = await db.comment.create({
      data: {
        sessionId,
        proposalId: theirs.id,
        revisionNumber: 1,
        delegationId: arvenia!,
        category: 'general',
        position: 'supports',
        text,
        textHash: sha256(text),
      },
    })
    const reply = { ...comment, id: randomUUID(), parentId: comment.id, text: 'Thank you.' }
    await db.comment.create({ data: { ...reply, delegationId: belmara! } })
    const ours = await cast.ours(cast.arvenia.head)
    expect(ours.proposals.find(({ id }) => id === ownProposal.id)).toMatchObject({
      withdrawalReason: 'Superseded.',
      listed: true,
      items: [],
    })
    expect(ours.comments).toMatchObject([
      { text: 'We support this.', answers: [{ by: 'Belmara', text: 'Thank you.' }] },
    ])
    expect(await pending(cast.arvenia.head)).toEqual([['comment', comment.id]])
  })

  it('asks for a decision on what changed since this person last looked, and on nothing else', async () => {
    expect(await pending(cast.arvenia.head)).toEqual([])
    const id = await cast.makes([train], TRAIN)
    expect(await pending(cast.arvenia.head)).toEqual([['item', train]])
    expect(await steps(cast.arvenia.head)).toMatchObject([{ count: 1 }])
    await looks(cast.arvenia.head)
    expect(await pending(cast.arvenia.head)).toEqual([])
    expect(await steps(cast.arvenia.head)).toEqual([])
    // Another person of the same delegation has not looked.
    expect(await pending(cast.arvenia.adviser)).toEqual([['item', train]])
    await cast.rewords(id, 1, 'Member States should train all teachers.')
    expect(await pending(cast.arvenia.head)).toEqual([['item', train]])
    await looks(cast.arvenia.head)
    await deleteItem(cast.rapporteur, { slug, id, reason: '' })
    expect(await pending(cast.arvenia.head)).toEqual([['item', train]])
    await cast.setsAside([share])
    expect(await pending(cast.arvenia.head)).toEqual([
      ['item', share],
      ['item', train],
    ])
  })

  it('is not asked of an outcome that came and went before anybody looked', async () => {
    await cast.makes([train], TRAIN)
    await cast.setsAside([share])
    await takeBackOutcome(cast.rapporteur, { slug, itemId: share })
    expect(await pending(cast.arvenia.head)).toEqual([['item', train]])
    await looks(cast.arvenia.head)
    expect(await pending(cast.arvenia.head)).toEqual([])
  })

  it('never looks back, and never into the future', async () => {
    await cast.makes([train], TRAIN)
    await looks(cast.arvenia.head)
    await markChangesSeen(cast.arvenia.head, { slug, until: new Date(0) })
    expect(await pending(cast.arvenia.head)).toEqual([])
    await markChangesSeen(cast.arvenia.head, { slug, until: new Date('2999-01-01') })
    await cast.setsAside([share])
    expect(await pending(cast.arvenia.head)).toEqual([['item', share]])
    await expect(markChangesSeen(cast.outsider, { slug, until: new Date() })).rejects.toMatchObject(
      {
        key: 'notFound',
      },
    )
  })
})
