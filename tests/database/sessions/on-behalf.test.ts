import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { withdrawProposal } from '@/lib/proposals/act-commands'
import { submitDraft } from '@/lib/proposals/commands'
import { getReceiptFacts } from '@/lib/proposals/letters/receipt-facts'
import { ProposalFilter } from '@/lib/proposals/search/filter'
import { listProposals } from '@/lib/proposals/search/queries'
import { onBehalfOf, withGroup } from '@/lib/sessions/attribution/attribution'
import { dissociate } from '@/lib/sessions/attribution/commands'
import { getAttribution, listOwnGroups } from '@/lib/sessions/attribution/queries'
import { setGroupOfStates } from '@/lib/sessions/groups/commands'
import { getSession } from '@/lib/sessions/queries'
import {
  daysAgo,
  entityOf,
  GROUP,
  groupOfStates,
  lettersTo,
  onBehalfIn,
  setMembership,
} from '@/tests/support/attributing'
import { proposing } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let group: string
beforeEach(async () => {
  await db.mail.deleteMany({})
  cast = await scenario()
  group = await groupOfStates(cast, [cast.arvenia, cast.belmara, cast.doranta])
})
const groupsOf = async (actor: SignedIn) =>
  listOwnGroups(actor, await getSession(actor, cast.session.slug))
const { submits, drafts, revises, events, proposals } = proposing(() => cast)
const { seen, submitsForGroup } = onBehalfIn(() => ({ cast, group }), submits)

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
    const memberLetters = await lettersTo('bastien.kolo@belmara.example')
    expect(memberLetters.at(-1)?.subject).toContain('on behalf of the Group of Island States')
    const ownLetters = await lettersTo('amara.voss@arvenia.example')
    expect(ownLetters.filter(({ subject }) => subject.includes('on behalf'))).toEqual([])
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
    expect(await groupsOf(cast.arvenia.head)).toEqual([])
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
    expect(await groupsOf(cast.corvina.head)).toMatchObject([{ name: GROUP }])
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
    const told = (await lettersTo('bastien.kolo@belmara.example')).at(-1)!
    expect(told.subject).toContain('proposal 1 on behalf of the Group of Island States was changed')
    expect(told.text).toContain('The new words stand for your State too.')
  })

  it('is withdrawn with a letter to the members for whom it stood', async () => {
    const { proposalId } = await submitsForGroup()
    await withdrawProposal(cast.arvenia.head, { proposalId, reason: '' })
    const told = (await lettersTo('bastien.kolo@belmara.example')).at(-1)!
    expect(told.subject).toContain(
      'proposal 1 on behalf of the Group of Island States was withdrawn',
    )
    expect(told.text).toContain('stands no more for your State')
  })

  it('refuses a group of another expert group while the draft is written', async () => {
    const otherCast = await scenario()
    const foreign = await groupOfStates(otherCast, [otherCast.arvenia])
    await expect(drafts(cast.arvenia.head, { onBehalfOfId: foreign })).rejects.toMatchObject({
      key: 'choose',
      field: 'onBehalfOfId',
    })
  })
})
