import { beforeEach, describe, expect, it } from 'vitest'
import {
  releaseComments,
  supportAndRelease,
  withdrawComment,
  writeAndRelease,
} from '@/lib/circulation/comments/commands'
import { keepDraft, supportItems } from '@/lib/circulation/comments/drafts/commands'
import { listOnOurBehalf } from '@/lib/circulation/comments/reading/joint'
import { getReleased, listOwnDrafts } from '@/lib/circulation/comments/reading/own-queries'
import { getCirculation } from '@/lib/circulation/comments/reading/queries'
import type { KeepDraft } from '@/lib/circulation/comments/schema'
import { shownComment } from '@/components/circulation/compilation/shown-comment'
import {
  getCompiledCirculation,
  listItemComments,
} from '@/lib/circulation/compilation/queries/overview'
import { retractComment } from '@/lib/circulation/posting/commands'
import { entityFile, itemFile } from '@/lib/circulation/posting/files'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { associateAgain, dissociate } from '@/lib/sessions/attribution/commands'
import { getAttribution } from '@/lib/sessions/attribution/queries'
import {
  daysAgo,
  GROUP,
  groupOfStates,
  lettersTo,
  setMembership,
} from '@/tests/support/attributing'
import { circulated } from '@/tests/support/circulating'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let group: string
let sent: Awaited<ReturnType<typeof circulated>>

beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  group = await groupOfStates(cast, [cast.arvenia, cast.belmara, cast.doranta])
  sent = await circulated(cast)
})

const releases = async (about: Partial<KeepDraft> = {}) => {
  const draft = sent.draft({ onBehalfOfId: group, ...about })
  await writeAndRelease(cast.arvenia.head, draft)
  return draft.id
}
const rowOf = (id: string) =>
  db.circulationComment.findUniqueOrThrow({ where: { id }, select: { attributionId: true } })
const attributionOf = async (id: string) => (await rowOf(id)).attributionId!
const reads = async (actor: SignedIn, id: string) =>
  getReleased(actor, await getCirculation(actor, cast.session, sent.id), id)
const compiled = async () => {
  const circulation = await getCompiledCirculation(cast.rapporteur, cast.session, sent.id)
  const comments = await listItemComments(cast.rapporteur, circulation, sent.a)
  return comments.map((comment) => shownComment(comment, { text: '', language: 'en' }).name)
}

describe('a comment on a circulated list on behalf of a group', () => {
  it('keeps the members of that day, and names the State first', async () => {
    const id = await releases()
    await setMembership(group, cast.doranta, { untilOn: daysAgo(1) })
    const { members } = await getAttribution(
      cast.corvina.head,
      cast.session,
      await attributionOf(id),
    )
    expect(members.map(({ name }) => name)).toEqual(['Arvenia', 'Belmara', 'Doranta'])
    expect(await compiled()).toEqual([`Arvenia, on behalf of the ${GROUP}`])
  })

  it('is in hand with its group, and refused for a group of others', async () => {
    const draft = sent.draft({ onBehalfOfId: group })
    await keepDraft(cast.corvina.head, draft)
    const delegation = { id: cast.corvina.id, name: 'Corvina' }
    const [inHand] = await listOwnDrafts({ id: sent.id, delegation })
    expect(inHand!.onBehalfOf).toEqual({ id: group, name: GROUP })
    await expect(
      releaseComments(cast.corvina.head, { circulationId: sent.id, ids: [draft.id] }),
    ).rejects.toMatchObject({ key: 'notOfGroup' })
    expect(await db.circulationComment.count({ where: { circulationId: sent.id } })).toBe(0)
  })

  it('is read by the members before it is posted, and by no other delegation', async () => {
    const id = await releases()
    const { onBehalf, text } = await reads(cast.belmara.head, id)
    expect([onBehalf!.group, text]).toEqual([GROUP, 'We can support this.'])
    await expect(reads(cast.corvina.head, id)).rejects.toMatchObject({ key: 'notFound' })
  })

  it('names a member that dissociates itself wherever the group is named', async () => {
    const id = await releases()
    const attributionId = await attributionOf(id)
    await sent.closes()
    const posted = async () => {
      const files = [
        await itemFile(cast.session.slug, sent.id, sent.a),
        await entityFile(cast.session.slug, sent.id, cast.arvenia.id),
      ]
      return files.map(({ body }) => body.toString())
    }
    for (const page of await posted())
      expect(page).toMatch(/on behalf of the Group of Island States(?!, except)/)
    await dissociate(cast.doranta.head, { attributionId, reason: 'Not ours.' })
    expect(await compiled()).toEqual([`Arvenia, on behalf of the ${GROUP}, except Doranta`])
    for (const page of await posted()) {
      expect(page).toContain('on behalf of the Group of Island States, except Doranta')
      expect(page).toContain('Doranta (dissociated itself)')
    }
    await associateAgain(cast.doranta.head, { attributionId })
    for (const page of await posted()) expect(page).not.toContain('except Doranta')
  })

  it('keeps the attribution where it takes the place of another under the same group', async () => {
    const first = await releases()
    await dissociate(cast.doranta.head, { attributionId: await attributionOf(first), reason: '' })
    const second = await releases({ position: 'doesNotSupport', text: 'We cannot.' })
    expect(await rowOf(second)).toEqual(await rowOf(first))
    const alone = await releases({ onBehalfOfId: '', text: 'We alone.' })
    expect(await rowOf(alone)).toEqual({ attributionId: null })
    const anew = await releases()
    expect(await attributionOf(anew)).not.toBe(await attributionOf(first))
  })

  it('is told to each other member by one letter for all of a release', async () => {
    const drafts = [sent.a, sent.b, sent.c].map((itemId) =>
      sent.draft({ itemId, onBehalfOfId: group }),
    )
    for (const draft of drafts) await keepDraft(cast.arvenia.head, draft)
    await releaseComments(cast.arvenia.head, {
      circulationId: sent.id,
      ids: drafts.map(({ id }) => id),
    })
    const { email } = await db.person.findUniqueOrThrow({
      where: { id: cast.belmara.head.personId },
    })
    const attributionId = await attributionOf(drafts[0]!.id)
    const letters = (await lettersTo(email)).filter(({ text }) => text.includes(attributionId))
    expect(letters).toHaveLength(1)
    expect(letters[0]!.text).toContain('3 comments on the circulated lists')
    for (const { id } of drafts)
      expect(letters[0]!.text).toContain(`/on-behalf/${await attributionOf(id)}`)
    expect(new Set(await Promise.all(drafts.map(({ id }) => attributionOf(id)))).size).toBe(3)
    const events = (await cast.recorded()).map(({ event }) => event)
    expect(events.filter((event) => event === 'attribution.made')).toHaveLength(3)
  })

  const lettersOf = async (actor: SignedIn) => {
    const { email } = await db.person.findUniqueOrThrow({ where: { id: actor.personId } })
    return lettersTo(email)
  }
  const lastTo = async (actor: SignedIn) => (await lettersOf(actor)).at(-1)!
  const exceptOf = async (id: string) =>
    (await reads(cast.arvenia.head, id))
      .onBehalf!.members.filter(({ dissociated }) => dissociated)
      .map(({ name }) => name)

  it('that takes the place of another is told to each member: other words stand for it now', async () => {
    const first = await releases({ position: 'supports', itemId: sent.a })
    const attributionId = await attributionOf(first)
    await dissociate(cast.doranta.head, { attributionId, reason: '' })
    const second = await releases({
      position: 'doesNotSupport',
      itemId: sent.a,
      replacesId: first,
    })
    expect(await attributionOf(second)).toBe(attributionId)
    const [bound, free] = [await lastTo(cast.belmara.head), await lastTo(cast.doranta.head)]
    expect(bound.text).toContain('The new words stand for your State too.')
    expect(free.text).toContain('Your State dissociated itself and stays an exception.')
    for (const { text } of [bound, free]) expect(text).toContain(`/on-behalf/${attributionId}`)

    await releases({ onBehalfOfId: '', itemId: sent.a, replacesId: second, position: 'supports' })
    const { text } = await lastTo(cast.belmara.head)
    expect(text).toContain(`not on behalf of the ${GROUP}, and stands no more for your State`)
  })

  it('stands on the commenting page of each member, before it is posted too, and of no other', async () => {
    const id = await releases({ itemId: sent.a })
    const standsFor = async (actor: SignedIn) => {
      const circulation = await getCirculation(actor, cast.session, sent.id)
      return (await listOnOurBehalf(circulation, { itemId: sent.a })).map((joint) => joint.id)
    }
    expect(await standsFor(cast.belmara.head)).toEqual([id])
    expect(await standsFor(cast.corvina.head)).toEqual([])
    expect(await standsFor(cast.arvenia.head)).toEqual([])
    expect(await standsFor(cast.chair)).toEqual([])
    await withdrawComment(cast.arvenia.head, { id })
    expect(await standsFor(cast.belmara.head)).toEqual([])
  })

  it('that is withdrawn or taken down stands no more for its members, and they are told', async () => {
    const id = await releases({ itemId: sent.b })
    await withdrawComment(cast.arvenia.head, { id })
    expect((await lastTo(cast.belmara.head)).text).toContain('It was withdrawn')
    const posted = await releases({ itemId: sent.c })
    await sent.closes()
    await retractComment(cast.arvenia.head, { id: posted })
    expect((await lastTo(cast.doranta.head)).text).toContain('It was withdrawn')
    expect(await lettersOf(cast.corvina.head)).toEqual([])
  })

  it('that takes the place of two keeps each State out that dissociated itself from one of them', async () => {
    const question = await releases({ position: 'question', itemId: sent.a })
    const position = await releases({ position: 'supports', itemId: sent.a })
    await dissociate(cast.belmara.head, {
      attributionId: await attributionOf(question),
      reason: 'No question of ours.',
    })
    await dissociate(cast.doranta.head, {
      attributionId: await attributionOf(position),
      reason: 'Not ours.',
    })
    const both = await releases({ position: 'reserves', itemId: sent.a, replacesId: question })
    expect(await exceptOf(both)).toEqual(['Belmara', 'Doranta'])
    // What was dissociated from the earlier ones stays as it was.
    expect(await exceptOf(question)).toEqual(['Belmara'])
    expect(await exceptOf(position)).toEqual(['Doranta'])
  })
})

describe('support of several items on behalf of a group', () => {
  const supports = (onBehalfOfId: string) => ({
    circulationId: sent.id,
    itemIds: [sent.a, sent.b],
    onBehalfOfId,
  })

  it('names the members of that day with each comment, in one letter to each of them', async () => {
    await supportAndRelease(cast.arvenia.head, supports(group))
    const comments = await db.circulationComment.findMany({
      where: { circulationId: sent.id, delegationId: cast.arvenia.id },
      select: { position: true, attribution: { select: { id: true, groupOfStatesId: true } } },
    })
    expect(comments.map(({ position }) => position)).toEqual(['supports', 'supports'])
    expect(comments.map(({ attribution }) => attribution?.groupOfStatesId)).toEqual([group, group])
    const { email } = await db.person.findUniqueOrThrow({
      where: { id: cast.belmara.head.personId },
    })
    const letters = (await lettersTo(email)).filter(({ text }) =>
      comments.some(({ attribution }) => text.includes(attribution!.id)),
    )
    expect(letters).toHaveLength(1)
    expect(letters[0]!.text).toContain('2 comments on the circulated lists')
  })

  it('is kept by an adviser for the head to release', async () => {
    const { ids } = await supportItems(cast.arvenia.adviser, supports(group))
    const kept = await db.circulationDraft.findMany({ where: { id: { in: ids } } })
    expect(kept.map(({ onBehalfOfId }) => onBehalfOfId)).toEqual([group, group])
  })

  it('keeps nothing for a group that the session does not know, nor for one of other States', async () => {
    const ofOthers = await groupOfStates(cast, [cast.belmara, cast.doranta], 'Inland States')
    await expect(
      supportItems(cast.arvenia.head, supports('00000000-0000-4000-8000-000000000000')),
    ).rejects.toMatchObject({ field: 'onBehalfOfId' })
    await expect(supportAndRelease(cast.arvenia.head, supports(ofOthers))).rejects.toMatchObject({
      key: 'notOfGroup',
    })
    expect(await db.circulationDraft.count({ where: { circulationId: sent.id } })).toBe(0)
  })
})
