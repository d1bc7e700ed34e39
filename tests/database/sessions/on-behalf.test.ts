import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { releaseAmendment, releaseAmendmentDraft } from '@/lib/amendments/commands'
import { saveAmendmentDraft, startAmendment } from '@/lib/amendments/drafts/commands'
import { namesOf } from '@/lib/amendments/negotiation/amended-view'
import { listAmendments } from '@/lib/amendments/queries'
import type { WriteAmendment } from '@/lib/amendments/schema'
import { takeIntoAmendment } from '@/lib/amendments/versions/commands'
import { releaseComment } from '@/lib/comments/commands'
import { getDiscussedProposal } from '@/lib/comments/queries'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { submitDraft } from '@/lib/proposals/commands'
import { getReceiptFacts } from '@/lib/proposals/letters/receipt-facts'
import { getProposal } from '@/lib/proposals/queries'
import { ProposalFilter } from '@/lib/proposals/search/filter'
import { listProposals } from '@/lib/proposals/search/queries'
import { onBehalfOf, withGroup } from '@/lib/sessions/attribution/attribution'
import { askFloor, setSpeakersList } from '@/lib/meetings/speakers/commands'
import { getSpeakersList } from '@/lib/meetings/speakers/queries'
import { associateAgain, dissociate } from '@/lib/sessions/attribution/commands'
import { getAttribution, listOwnGroups } from '@/lib/sessions/attribution/queries'
import { setGroupOfStates } from '@/lib/sessions/groups/commands'
import { daysAgo, entityOf, GROUP, groupOfStates, setMembership } from '@/tests/support/attributing'
import { commentOn } from '@/tests/support/commenting'
import { proposing, TEXT } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let group: string
beforeEach(async () => {
  await db.mail.deleteMany({})
  cast = await scenario()
  group = await groupOfStates(cast, [cast.arvenia, cast.belmara, cast.doranta])
})
const { submits, drafts, revises, events, proposals } = proposing(() => cast)

const submitsForGroup = async (actor: SignedIn = cast.arvenia.head) => {
  const { proposalId } = await submits(actor, { onBehalfOfId: group })
  const { onBehalf } = await getProposal(cast.corvina.head, cast.session, 1)
  return { proposalId, onBehalf: onBehalf!, attributionId: onBehalf!.id }
}
const seen = async () => (await getProposal(cast.corvina.head, cast.session, 1)).onBehalf!
const letters = (recipient: string) =>
  db.mail.findMany({ where: { recipient }, orderBy: { createdAt: 'asc' } })

describe('a proposal on behalf of a group of States', () => {
  it('names the State whose words it is, with the group and its members of that day beside it', async () => {
    const { onBehalf, proposalId } = await submitsForGroup()
    expect(withGroup('Arvenia', onBehalf)).toBe('Arvenia, on behalf of the Group of Island States')
    expect(onBehalf.members.map(({ name }) => name)).toEqual(['Arvenia', 'Belmara', 'Doranta'])
    const { proposals: rows } = await listProposals(
      cast.corvina.head,
      cast.session,
      ProposalFilter.parse({}),
    )
    expect(rows).toMatchObject([{ delegationName: 'Arvenia', onBehalf: { group: GROUP } }])
    expect(await getReceiptFacts(cast.arvenia.head, proposalId, 1)).toMatchObject({
      delegation: 'Arvenia, on behalf of the Group of Island States',
    })
    expect(await cast.recorded()).toMatchObject([
      { event: 'proposal.submitted' },
      {
        event: 'attribution.made',
        actingFor: 'Arvenia',
        data: { kind: 'proposal', number: 1, group: GROUP, count: 3 },
      },
    ])
  })

  it('tells the other members, who can dissociate themselves', async () => {
    await submitsForGroup()
    const told = await letters('bastien.kolo@belmara.example')
    expect(told.at(-1)?.subject).toContain('on behalf of the Group of Island States')
    const own = await letters('amara.voss@arvenia.example')
    expect(own.filter(({ subject }) => subject.includes('on behalf'))).toEqual([])
  })

  it('keeps the members of that day, whoever joins or leaves afterwards', async () => {
    const { attributionId } = await submitsForGroup()
    const { groupId } = await db.session.findUniqueOrThrow({ where: { id: cast.session.id } })
    await setGroupOfStates(cast.secretariat, {
      groupId,
      name: GROUP,
      kind: 'adHoc',
      members: ['Arvenia', 'Corvina'],
    })
    const { members } = await getAttribution(cast.corvina.head, cast.session, attributionId)
    expect(members.map(({ name }) => name)).toEqual(['Arvenia', 'Belmara', 'Doranta'])
    await expect(
      db.attributedMember.create({
        data: {
          attributionId,
          entityId: await entityOf(cast.corvina),
          name: 'Corvina',
          sortKey: 'corvina',
        },
      }),
    ).rejects.toThrow('AttributedMember_at_submission')
    await expect(
      db.groupAttribution.update({ where: { id: attributionId }, data: { name: 'Others' } }),
    ).rejects.toThrow('GroupAttribution_immutable')
    await expect(
      db.proposal.updateMany({ where: { attributionId }, data: { attributionId: null } }),
    ).rejects.toThrow('Proposal_kept')
  })

  it('is refused to a State that is no member, and to one that left the day before', async () => {
    const foreign = await drafts(cast.corvina.head, { onBehalfOfId: group })
    await expect(submitDraft(cast.corvina.head, foreign)).rejects.toMatchObject({
      key: 'notOfGroup',
      field: 'onBehalfOfId',
    })
    await setMembership(group, cast.arvenia, { untilOn: daysAgo(1) })
    const left = await drafts(cast.arvenia.head, { onBehalfOfId: group })
    await expect(submitDraft(cast.arvenia.head, left)).rejects.toThrow('notOfGroup')
    expect(await listOwnGroups(cast.arvenia.head, cast.session)).toEqual([])
    expect(await proposals()).toBe(0)
    expect(await events()).toEqual([])
    expect(await db.groupAttribution.count({ where: { sessionId: cast.session.id } })).toBe(0)
  })

  it('is allowed on the last day of a membership, and names no State that left or comes later', async () => {
    await setMembership(group, cast.arvenia, { untilOn: daysAgo(0) })
    await setMembership(group, cast.belmara, { untilOn: daysAgo(1) })
    await setMembership(group, cast.doranta, { fromOn: daysAgo(-1) })
    const { onBehalf } = await submitsForGroup()
    expect(onBehalf.members).toEqual([{ name: 'Arvenia', dissociated: false }])
  })

  it('is allowed to whoever holds the capacity of the group, until it ends', async () => {
    const { groupId } = await db.session.findUniqueOrThrow({ where: { id: cast.session.id } })
    const speaker = await db.bureauMember.create({
      data: {
        groupId,
        capacity: 'groupOfStates',
        title: GROUP,
        name: 'Corin Vale',
        groupOfStatesId: group,
        entityId: await entityOf(cast.corvina),
      },
    })
    expect(await listOwnGroups(cast.corvina.head, cast.session)).toMatchObject([{ name: GROUP }])
    await submits(cast.corvina.head, { onBehalfOfId: group })
    expect((await seen()).members.map(({ name }) => name)).toEqual([
      'Arvenia',
      'Belmara',
      'Doranta',
    ])
    await db.bureauMember.update({
      where: { id: speaker.id },
      data: { endedAt: new Date(), endedById: cast.secretariat.personId },
    })
    await expect(submits(cast.corvina.head, { onBehalfOfId: group })).rejects.toThrow('notOfGroup')
  })

  it('is kept by its revisions, with who dissociated itself', async () => {
    const { proposalId, attributionId } = await submitsForGroup()
    await dissociate(cast.doranta.head, { attributionId, reason: '' })
    await submitDraft(cast.arvenia.head, await revises(cast.arvenia.head, proposalId, 'New words.'))
    expect(onBehalfOf(await seen())).toBe('on behalf of the Group of Island States, except Doranta')
  })

  it('refuses a group of another expert group while the draft is written', async () => {
    const other = await scenario()
    const foreign = await groupOfStates(other, [other.arvenia])
    await expect(drafts(cast.arvenia.head, { onBehalfOfId: foreign })).rejects.toMatchObject({
      key: 'choose',
      field: 'onBehalfOfId',
    })
  })
})

describe('a suggested change and a comment', () => {
  const amendmentOf = (
    proposalId: string,
    about: Partial<WriteAmendment> = {},
  ): WriteAmendment => ({
    id: randomUUID(),
    proposalId,
    revisionNumber: 1,
    version: 0,
    body: '',
    text: TEXT.replace('should', 'shall'),
    reason: '',
    ...about,
  })
  const seenComments = async () =>
    (await getDiscussedProposal(cast.corvina.head, cast.session, 1)).discussion.comments

  it('are made on behalf of a group too, by a draft or at once, and name its members', async () => {
    const { proposalId } = await submits(cast.corvina.head)
    const { id } = await startAmendment(cast.arvenia.head, { proposalId })
    const about = amendmentOf(proposalId, { id, version: 1, onBehalfOfId: group })
    const { version } = await saveAmendmentDraft(cast.arvenia.head, about)
    await releaseAmendmentDraft(cast.arvenia.head, { id, version })
    await releaseComment(cast.belmara.head, commentOn(proposalId, { onBehalfOfId: group }))
    const [amendment] = await listAmendments(cast.corvina.head, proposalId)
    const [comment] = await seenComments()
    expect(withGroup(amendment!.delegationName, amendment!.onBehalf)).toBe(
      'Arvenia, on behalf of the Group of Island States',
    )
    expect(withGroup(comment!.delegationName, comment!.onBehalf)).toBe(
      'Belmara, on behalf of the Group of Island States',
    )
    const told = (await letters('dmitar.oleske@doranta.example')).map(({ subject }) => subject)
    expect(told).toEqual([
      expect.stringContaining('suggested change 1 to proposal 1 on behalf of the Group of Island'),
      expect.stringContaining('a comment on proposal 1 on behalf of the Group of Island States'),
    ])
    await dissociate(cast.doranta.head, { attributionId: comment!.onBehalf!.id, reason: '' })
    await dissociate(cast.belmara.head, { attributionId: amendment!.onBehalf!.id, reason: '' })
    expect(onBehalfOf((await seenComments())[0]!.onBehalf!)).toContain('except Doranta')
    const named = await listAmendments(cast.corvina.head, proposalId)
    expect(namesOf([id], named)).toEqual([
      'Arvenia (on behalf of the Group of Island States, except Belmara)',
    ])
  })

  it('are refused to a State that is no member, and write nothing', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    await expect(
      releaseAmendment(cast.corvina.head, amendmentOf(proposalId, { onBehalfOfId: group })),
    ).rejects.toMatchObject({ key: 'notOfGroup', field: 'onBehalfOfId' })
    await expect(
      releaseComment(cast.corvina.head, commentOn(proposalId, { onBehalfOfId: group })),
    ).rejects.toMatchObject({ key: 'notOfGroup', field: 'onBehalfOfId' })
    expect(await events()).toEqual(['proposal.submitted'])
  })

  it('keeps who dissociated itself where a comment is replaced under the same group alone', async () => {
    const { proposalId } = await submits(cast.corvina.head)
    const first = commentOn(proposalId, { onBehalfOfId: group })
    await releaseComment(cast.arvenia.head, first)
    const attributionId = (await seenComments())[0]!.onBehalf!.id
    await dissociate(cast.doranta.head, { attributionId, reason: '' })
    const second = commentOn(proposalId, {
      replacesId: first.id,
      onBehalfOfId: group,
      text: 'More.',
    })
    await releaseComment(cast.arvenia.head, second)
    expect((await seenComments()).map(({ onBehalf }) => onBehalf?.id)).toEqual([
      attributionId,
      attributionId,
    ])
    await releaseComment(
      cast.arvenia.head,
      commentOn(proposalId, { replacesId: second.id, text: 'For us alone.' }),
    )
    expect((await seenComments()).at(-1)!.onBehalf).toBeNull()
    expect((await events()).filter((event) => event === 'attribution.made')).toHaveLength(1)
  })

  it('keeps the attribution in a version of a suggested change', async () => {
    const { proposalId } = await submits(cast.corvina.head)
    const own = amendmentOf(proposalId, { onBehalfOfId: group })
    await releaseAmendment(cast.arvenia.head, own)
    const change = amendmentOf(proposalId, { amendsId: own.id, text: `${TEXT} Always.` })
    await releaseAmendment(cast.belmara.head, change)
    await takeIntoAmendment(cast.arvenia.head, { id: randomUUID(), takesInId: change.id })
    const amendments = await listAmendments(cast.corvina.head, proposalId)
    const ids = amendments.map(({ onBehalf }) => onBehalf?.id)
    expect(ids).toEqual([ids[0], undefined, ids[0]])
    const { subject } = await getAttribution(cast.corvina.head, cast.session, ids[0])
    expect(subject.about).toEqual({ kind: 'amendment', number: 1, amendment: 3 })
  })
})

describe('a statement', () => {
  it('is asked for on behalf of a group by its members alone; a member dissociates itself', async () => {
    await setSpeakersList(cast.secretariat, {
      sessionId: cast.session.id,
      agendaItemId: cast.agenda['2']!,
      opensAt: new Date(Date.now() - 60_000),
      rule: '',
      stateMinutes: 3,
      groupMinutes: 5,
      otherMinutes: 3,
    })
    const { list } = await getSpeakersList(cast.session, '2')
    const asks = (actor: SignedIn) =>
      askFloor(actor, {
        listId: list!.id,
        kind: 'state',
        person: '',
        language: 'en',
        delegationId: null,
        groupOfStatesId: null,
        onBehalfOfId: group,
      })
    await expect(asks(cast.corvina.head)).rejects.toMatchObject({
      key: 'notOfGroup',
      field: 'onBehalfOfId',
    })
    await asks(cast.arvenia.head)
    const read = async () => (await getSpeakersList(cast.session, '2')).list!.statements[0]!
    const { onBehalf } = await read()
    expect(onBehalf!.members.map(({ name }) => name)).toEqual(['Arvenia', 'Belmara', 'Doranta'])
    await dissociate(cast.doranta.head, { attributionId: onBehalf!.id, reason: '' })
    expect(onBehalfOf((await read()).onBehalf!)).toContain('except Doranta')
    const { subject, author } = await getAttribution(cast.corvina.head, cast.session, onBehalf!.id)
    expect({ author, ...subject }).toMatchObject({
      author: 'Arvenia',
      about: { kind: 'statement', item: '2' },
      path: expect.stringMatching(/speakers\/2$/),
    })
    await expect(
      dissociate(cast.arvenia.head, { attributionId: onBehalf!.id, reason: '' }),
    ).rejects.toThrow('dissociationNotMember')
  })
})

describe('a member', () => {
  it('dissociates itself, visibly at once, recorded and told to the author', async () => {
    const { attributionId } = await submitsForGroup()
    await dissociate(cast.doranta.head, { attributionId, reason: 'We were not asked.' })
    expect(withGroup('Arvenia', await seen())).toBe(
      'Arvenia, on behalf of the Group of Island States, except Doranta',
    )
    const { members } = await getAttribution(cast.corvina.head, cast.session, attributionId)
    expect(members.filter(({ dissociated }) => dissociated)).toMatchObject([
      { name: 'Doranta', dissociated: { reason: 'We were not asked.' } },
    ])
    expect((await cast.recorded()).at(-1)).toMatchObject({
      event: 'attribution.dissociated',
      actingFor: 'Doranta',
      subjectId: attributionId,
      data: { author: 'Arvenia', group: GROUP, number: 1 },
    })
    const author = (await letters('amara.voss@arvenia.example')).at(-1)!
    expect(author.subject).toMatch(/proposal 1: a member of the group dissociates itself/)
    expect(author.text).toContain('We were not asked.')
  })

  it('dissociates itself once, however often it says so, also twice at one moment', async () => {
    const { attributionId } = await submitsForGroup()
    const act = { attributionId, reason: '' }
    await Promise.all([
      dissociate(cast.doranta.head, act),
      dissociate(cast.doranta.head, { ...act, reason: 'Again.' }),
      dissociate(cast.belmara.head, act),
    ])
    await dissociate(cast.doranta.head, act)
    expect(await db.dissociation.count({ where: { attributionId } })).toBe(2)
    expect((await events()).filter((event) => event === 'attribution.dissociated')).toHaveLength(2)
    expect(onBehalfOf(await seen())).toBe(
      'on behalf of the Group of Island States, except Belmara and Doranta',
    )
  })

  it('associates itself again by a new act; both stay', async () => {
    const { attributionId } = await submitsForGroup()
    await dissociate(cast.doranta.head, { attributionId, reason: 'We were not asked.' })
    await associateAgain(cast.doranta.head, { attributionId })
    await associateAgain(cast.doranta.head, { attributionId })
    expect(onBehalfOf(await seen())).toBe('on behalf of the Group of Island States')
    expect((await events()).slice(2)).toEqual([
      'attribution.dissociated',
      'attribution.associatedAgain',
    ])
    await dissociate(cast.doranta.head, { attributionId, reason: '' })
    expect(await db.dissociation.count({ where: { attributionId } })).toBe(2)
    expect((await letters('amara.voss@arvenia.example')).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('receipt'),
      expect.stringContaining('dissociates itself'),
      expect.stringContaining('associates itself again'),
      expect.stringContaining('dissociates itself'),
    ])
  })

  it('alone does so: no other State, no office, not the author, and nobody who may not submit', async () => {
    const { attributionId } = await submitsForGroup()
    const act = { attributionId, reason: '' }
    for (const actor of [cast.corvina.head, cast.secretariat, cast.chair, cast.arvenia.head])
      await expect(dissociate(actor, act)).rejects.toThrow('dissociationNotMember')
    await expect(dissociate(cast.doranta.adviser, act)).rejects.toThrow('dissociationNotReleasable')
    await dissociate(cast.doranta.head, act)
    for (const actor of [cast.belmara.adviser, cast.corvina.head, cast.secretariat])
      await expect(associateAgain(actor, { attributionId })).rejects.toThrow()
    expect(await db.dissociation.count({ where: { attributionId, endedAt: null } })).toBe(1)
  })

  it('of today that was no member on that day cannot', async () => {
    await setMembership(group, cast.doranta, { fromOn: daysAgo(-1) })
    const { attributionId } = await submitsForGroup()
    await setMembership(group, cast.doranta, { fromOn: daysAgo(1) })
    await expect(dissociate(cast.doranta.head, { attributionId, reason: '' })).rejects.toThrow(
      'dissociationNotMember',
    )
  })

  it('is not found by a visitor, nor in another session', async () => {
    const { attributionId } = await submitsForGroup()
    await expect(getAttribution(cast.outsider, cast.session, attributionId)).rejects.toThrow(
      'notFound',
    )
    const other = await scenario()
    await expect(getAttribution(cast.corvina.head, other.session, attributionId)).rejects.toThrow(
      'notFound',
    )
  })
})
