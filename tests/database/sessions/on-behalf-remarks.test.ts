import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { releaseAmendmentDraft } from '@/lib/amendments/commands'
import { saveAmendmentDraft, startAmendment } from '@/lib/amendments/drafts/commands'
import { namesOf } from '@/lib/amendments/negotiation/amended-view'
import { listAmendments } from '@/lib/amendments/queries'
import type { WriteAmendment } from '@/lib/amendments/schema'
import { takeIntoAmendment } from '@/lib/amendments/versions/commands'
import { releaseComment } from '@/lib/comments/commands'
import { getDiscussedProposal } from '@/lib/comments/queries'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { onBehalfOf, withGroup } from '@/lib/sessions/attribution/attribution'
import { askFloor, setSpeakersList } from '@/lib/meetings/speakers/commands'
import { getSpeakersList } from '@/lib/meetings/speakers/queries'
import { dissociate } from '@/lib/sessions/attribution/commands'
import { getAttribution } from '@/lib/sessions/attribution/queries'
import { groupOfStates, lettersTo } from '@/tests/support/attributing'
import { commentOn } from '@/tests/support/commenting'
import { proposing, TEXT } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { releaseAmendment } from '@/tests/support/release-amendment'

let cast: Scenario
let group: string
beforeEach(async () => {
  await db.mail.deleteMany({})
  cast = await scenario()
  group = await groupOfStates(cast, [cast.arvenia, cast.belmara, cast.doranta])
})
const { submits, events } = proposing(() => cast)

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
    const subjects = (await lettersTo('dmitar.oleske@doranta.example')).map(
      ({ subject }) => subject,
    )
    expect(subjects).toEqual([
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
    const ownAmendment = amendmentOf(proposalId, { onBehalfOfId: group })
    await releaseAmendment(cast.arvenia.head, ownAmendment)
    const change = amendmentOf(proposalId, { amendsId: ownAmendment.id, text: `${TEXT} Always.` })
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
