import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { chooseLists } from '@/lib/consolidation/coverage/commands'
import { makeItem } from '@/lib/consolidation/desk/item-commands'
import { linkSources, setAside } from '@/lib/consolidation/desk/source-commands'
import { leaveSet, sayNotSimilar } from '@/lib/consolidation/suggestions/commands'
import { listSets, listSuggestions } from '@/lib/consolidation/suggestions/queries'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { getSession } from '@/lib/sessions/queries'
import { issuedList } from '@/tests/support/issued-list'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { issuedListsOf, openOverAll } from '@/tests/support/covering'

let cast: Scenario
let slug: string
let ratify: string
let consider: string
let share: string
let accede: string

beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  slug = cast.session.slug
  const past = await issuedList(cast.session.groupId, 4, [
    'Ratify the Convention on Cybercrime.',
    'Consider ratifying the Convention on Cybercrime.',
    'Share information on threats.',
  ])
  const later = await issuedList(cast.session.groupId, 5, ['Accede to the Budapest Convention.'])
  ;[ratify, consider, share] = past.items as [string, string, string]
  accede = later.items[0]!
  await openOverAll(cast.secretariat, slug)
})

const suggestedFor = async (id: string, actor: SignedIn = cast.rapporteur) =>
  (await listSuggestions(actor, await getSession(actor, slug), id)).suggested
const make = (itemIds: string[], more: { strengthConfirmed?: boolean; id?: string } = {}) =>
  makeItem(cast.rapporteur, {
    slug,
    id: randomUUID(),
    headingId: '',
    newHeading: 'Instruments',
    itemIds,
    kind: 'recommendation',
    body: '',
    text: 'Consider ratifying the Convention on Cybercrime.',
    reason: '',
    ...more,
  })
const recorded = (event: string) =>
  db.recordEntry.findMany({ where: { event, sessionId: cast.session.id } })
const pairs = () => db.notSimilar.count({ where: { itemId: { in: [ratify, consider] } } })

describe('suggestions', () => {
  it('are the similar items of all issued lists, with shared words, strength and outcome', async () => {
    await make([consider])
    const found = await suggestedFor(ratify)
    expect(found.map(({ id }) => id)).toEqual([consider, accede])
    expect(found[0]).toMatchObject({
      shared: ['cybercrime', 'convention'],
      strength: 3,
      outcome: 'adoptedAsIs',
    })
    expect(found[1]).toMatchObject({ strength: 5, outcome: null, sessionOrdinal: 5 })
  })

  it('learn of a list as soon as the stock-taking covers it, and not before', async () => {
    const { items } = await issuedList(cast.session.groupId, 3, ['Ratify the Convention now.'])
    expect((await suggestedFor(ratify)).map(({ id }) => id)).not.toContain(items[0])
    await chooseLists(cast.secretariat, { slug, lists: await issuedListsOf(slug) })
    expect((await suggestedFor(ratify)).map(({ id }) => id)).toContain(items[0])
  })

  it('leave out a pair that was said not to be similar, both ways, and remember who said it', async () => {
    const answer = { slug, itemId: ratify, otherId: consider }
    await Promise.all([
      sayNotSimilar(cast.rapporteur, answer),
      sayNotSimilar(cast.secretariat, { slug, itemId: consider, otherId: ratify }),
    ])
    expect((await suggestedFor(ratify)).map(({ id }) => id)).toEqual([accede])
    expect((await suggestedFor(consider)).map(({ id }) => id)).toEqual([accede])
    expect(await pairs()).toBe(1)
    expect(await recorded('consolidation.saidNotSimilar')).toHaveLength(1)
  })

  it('leave out what is set aside, and show as many as the group has', async () => {
    const texts = Array.from(
      { length: 11 },
      (_, at) => `Ratify the Convention on Cybercrime, ${at}.`,
    )
    await issuedList(cast.session.groupId, 3, texts)
    await chooseLists(cast.secretariat, { slug, lists: await issuedListsOf(slug) })
    expect((await suggestedFor(ratify)).length).toBeGreaterThanOrEqual(12)
    const reason = 'Not for this mandate.'
    await setAside(cast.rapporteur, { slug, itemIds: [consider], kind: 'notAgreed', reason })
    expect((await suggestedFor(ratify)).map(({ id }) => id)).not.toContain(consider)
  })

  it('are for those who read the desk, and said away by those who consolidate', async () => {
    const head = cast.arvenia.head
    await expect(suggestedFor(ratify, head)).rejects.toMatchObject({ reason: 'not-found' })
    const answer = { slug, itemId: ratify, otherId: consider }
    await expect(sayNotSimilar(head, answer)).rejects.toMatchObject({
      key: 'consolidationNotAllowed',
    })
    await expect(sayNotSimilar(cast.chair, answer)).rejects.toMatchObject({
      key: 'consolidationNotAllowed',
    })
    await expect(
      sayNotSimilar(cast.rapporteur, { ...answer, otherId: randomUUID() }),
    ).rejects.toMatchObject({ reason: 'not-found' })
    expect(await pairs()).toBe(0)
  })
})

describe('sets that look alike', () => {
  const setsFor = async (actor: SignedIn = cast.rapporteur) =>
    (await listSets(actor, await getSession(actor, slug))).sets.map((set) =>
      set.map(({ id }) => id).toSorted(),
    )

  it('hold items without an outcome, over all covered lists', async () => {
    expect(await setsFor()).toEqual([[ratify, consider, accede].toSorted()])
    await make([consider])
    expect(await setsFor()).toEqual([[ratify, accede].toSorted()])
  })

  it('are not suggested again once they were left apart', async () => {
    const act = { slug, itemIds: [ratify, consider, accede] }
    await leaveSet(cast.rapporteur, act)
    await leaveSet(cast.rapporteur, act)
    expect(await setsFor()).toEqual([])
    expect(await suggestedFor(ratify)).toEqual([])
    expect(await recorded('consolidation.setLeft')).toMatchObject([{ data: { items: 3 } }])
  })

  it('are for those who read the desk, and left by those who consolidate', async () => {
    await expect(setsFor(cast.arvenia.head)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(leaveSet(cast.chair, { slug, itemIds: [ratify, consider] })).rejects.toMatchObject(
      { key: 'consolidationNotAllowed' },
    )
    expect(await pairs()).toBe(0)
  })
})

describe('joining items of different strength', () => {
  it('asks first, with both figures, and leaves nothing half done', async () => {
    await expect(make([ratify, consider])).rejects.toMatchObject({
      key: 'strengthsDiffer',
      values: { weakest: 3, strongest: 5 },
      field: 'strengthConfirmed',
    })
    const here = { where: { list: { sessionId: cast.session.id } } }
    expect(await db.consolidatedItem.count(here)).toBe(0)
    expect(await db.consolidatedHeading.count(here)).toBe(0)
  })

  it('goes on when it was confirmed, and records the answer with both figures', async () => {
    const id = await make([ratify, consider], { strengthConfirmed: true })
    expect(await recorded('consolidation.strengthsJoined')).toMatchObject([
      { subjectId: id, personName: cast.rapporteur.name, data: { weakest: 3, strongest: 5 } },
    ])
  })

  it('asks nothing where the verbs ask alike', async () => {
    await make([ratify, accede])
    expect(await recorded('consolidation.strengthsJoined')).toEqual([])
  })

  it('asks nothing where the verbs are neighbours', async () => {
    const { items } = await issuedList(cast.session.groupId, 3, ['Strengthen the Convention.'])
    await chooseLists(cast.secretariat, { slug, lists: await issuedListsOf(slug) })
    await make([ratify, items[0]!])
    expect(await recorded('consolidation.strengthsJoined')).toEqual([])
  })

  it('asks once for an item', async () => {
    const id = await make([ratify, consider], { strengthConfirmed: true })
    const add = { slug, id, itemIds: [share], taken: 'whole' as const, words: '', reason: '' }
    await linkSources(cast.rapporteur, add)
    expect(await recorded('consolidation.strengthsJoined')).toHaveLength(1)
  })

  it('asks when a source of another strength is added to an item', async () => {
    const id = await make([consider])
    const add = { slug, id, itemIds: [share], taken: 'whole' as const, words: '', reason: '' }
    await expect(linkSources(cast.rapporteur, add)).rejects.toMatchObject({
      key: 'strengthsDiffer',
      values: { weakest: 1, strongest: 3 },
    })
    await linkSources(cast.rapporteur, { ...add, strengthConfirmed: true })
    expect(await recorded('consolidation.strengthsJoined')).toHaveLength(1)
  })
})
