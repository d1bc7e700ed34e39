import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { onBehalfOf, withGroup } from '@/lib/sessions/attribution/attribution'
import { associateAgain, dissociate } from '@/lib/sessions/attribution/commands'
import { getAttribution } from '@/lib/sessions/attribution/queries'
import {
  daysAgo,
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
const { submits, events } = proposing(() => cast)
const { seen, submitsForGroup } = onBehalfIn(() => ({ cast, group }), submits)

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
    const author = (await lettersTo('amara.voss@arvenia.example')).at(-1)!
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
    expect((await lettersTo('amara.voss@arvenia.example')).map(({ subject }) => subject)).toEqual([
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
    const otherCast = await scenario()
    await expect(
      getAttribution(cast.corvina.head, otherCast.session, attributionId),
    ).rejects.toThrow('notFound')
  })
})
