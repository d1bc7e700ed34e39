import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { deleteItem, makeItem, moveItem, rewordItem } from '@/lib/consolidation/desk/item-commands'
import { chooseLists } from '@/lib/consolidation/coverage/commands'
import { adoptList } from '@/lib/plenary/adoption'
import {
  findConsolidatedList,
  findListFacts,
  findPageOfList,
} from '@/lib/consolidation/desk/queries/list-queries'
import { getConsolidatedItem, getCoverage } from '@/lib/consolidation/desk/queries/item-queries'
import { listSources } from '@/lib/consolidation/desk/queries/source-queries'
import {
  linkSources,
  setAside,
  takeBackOutcome,
  unlinkSource,
} from '@/lib/consolidation/desk/source-commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { getSession } from '@/lib/sessions/queries'
import type { TextDocument } from '@/lib/text/document/document'
import { fromMarked, toMarked } from '@/lib/text/document/marked'
import { CLOSE, OPEN } from '@/lib/text/signs'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { issuedList } from '@/tests/support/issued-list'
import { issuedListsOf, openOverAll } from '@/tests/support/covering'

let cast: Scenario
let slug: string
let a: string
let b: string
let c: string

beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  slug = cast.session.slug
  const past = await issuedList(cast.session.groupId, 5, [
    'Ratify the Convention.',
    'Consider ratifying the Convention.',
    'Share information on threats.',
  ])
  ;[a, b, c] = past.items as [string, string, string]
  await openOverAll(cast.secretariat, slug)
})

const make = (itemIds: string[], text: string, actor: SignedIn = cast.rapporteur) =>
  makeItem(actor, {
    slug,
    id: randomUUID(),
    headingId: '',
    newHeading: 'International cooperation',
    itemIds,
    kind: 'recommendation',
    body: '',
    text,
    reason: 'As discussed.',
    strengthConfirmed: true,
  })
const outcomes = async () =>
  Object.fromEntries(
    (
      await db.outcome.findMany({
        where: { supersededAt: null, list: { sessionId: cast.session.id } },
      })
    ).map((outcome) => [outcome.itemId, outcome.kind]),
  )
const view = () => getSession(cast.rapporteur, slug)

describe('a consolidated item', () => {
  it('of one source word for word leaves it adopted as it is, and the source untouched', async () => {
    const before = await db.item.findUniqueOrThrow({ where: { id: a } })
    const id = await make([a], 'Ratify the Convention.')
    expect(await outcomes()).toEqual({ [a]: 'adoptedAsIs' })
    expect(await db.item.findUniqueOrThrow({ where: { id: a } })).toEqual(before)
    const item = await getConsolidatedItem(cast.rapporteur, await view(), id)
    expect(item.from.map((source) => source.id)).toEqual([a])
  })

  it('of several sources merges them; another item of one of them splits it', async () => {
    await make([a, b], 'Ratify the Convention, or consider it.')
    expect(await outcomes()).toEqual({ [a]: 'mergedInto', [b]: 'mergedInto' })
    await make([b], 'Consider ratifying the Convention.')
    expect(await outcomes()).toEqual({ [a]: 'mergedInto', [b]: 'splitInto' })
  })

  it('reworded tells in its outcome; worded back, it is adopted as it is again', async () => {
    const id = await make([a], 'Ratify the Convention.')
    const reword = (baseNumber: number, text: string) =>
      rewordItem(cast.rapporteur, { slug, id, baseNumber, body: '', text, reason: '' })
    await reword(1, 'Ratify the Convention soon.')
    expect(await outcomes()).toEqual({ [a]: 'reworded' })
    await reword(2, 'Ratify the Convention.')
    expect(await outcomes()).toEqual({ [a]: 'adoptedAsIs' })
    await expect(reword(2, 'Other words.')).rejects.toMatchObject({ key: 'wordingChanged' })
  })

  it('keeps italics and brackets when plain words are typed over it', async () => {
    const body = fromMarked(
      `Ratify ${OPEN.italic}ad referendum${CLOSE.italic} the ${OPEN.notAgreed}said${CLOSE.notAgreed} Convention.`,
    )
    const { items } = await issuedList(cast.session.groupId, 4, [body])
    await chooseLists(cast.secretariat, { slug, lists: await issuedListsOf(slug) })
    const id = await make(items, 'Ratify ad referendum the [said] Convention.')
    const text = 'Ratify ad referendum the [said] Convention soon.'
    await rewordItem(cast.rapporteur, { slug, id, baseNumber: 1, body: '', text, reason: '' })
    const wordings = await db.consolidatedText.findMany({
      where: { itemId: id },
      orderBy: { number: 'asc' },
    })
    expect(wordings.map((wording) => toMarked(wording.body as TextDocument))).toEqual([
      toMarked(body),
      toMarked(body).replace('Convention.', 'Convention soon.'),
    ])
  })

  it('sent twice is one item', async () => {
    const input = {
      slug,
      id: randomUUID(),
      headingId: '',
      newHeading: 'A',
      itemIds: [a],
      kind: 'recommendation' as const,
      body: '',
      text: 'Ratify the Convention.',
      reason: '',
    }
    await Promise.all([makeItem(cast.rapporteur, input), makeItem(cast.rapporteur, input)])
    expect(await db.consolidatedItem.count({ where: { id: input.id } })).toBe(1)
    expect(await db.lineage.count({ where: { consolidatedItemId: input.id } })).toBe(1)
  })

  it('stands under one heading: a chosen one or a new one, not both', async () => {
    const { headingId } = await db.consolidatedItem.findUniqueOrThrow({
      where: { id: await make([a], 'Ratify the Convention.') },
    })
    const input = {
      slug,
      id: randomUUID(),
      headingId,
      newHeading: 'Another',
      itemIds: [b],
      kind: 'recommendation' as const,
      body: '',
      text: 'Consider it.',
      reason: '',
    }
    await expect(makeItem(cast.rapporteur, input)).rejects.toMatchObject({ key: 'headingTwice' })
    expect(await db.consolidatedHeading.count({ where: { title: 'Another' } })).toBe(0)
  })

  it('taken off the list leaves its sources without an outcome', async () => {
    const id = await make([a, b], 'Both.')
    await deleteItem(cast.rapporteur, { slug, id, reason: '' })
    expect(await outcomes()).toEqual({})
    await expect(
      linkSources(cast.rapporteur, {
        slug,
        id,
        itemIds: [c],
        taken: 'whole',
        words: '',
        reason: '',
      }),
    ).rejects.toMatchObject({ key: 'itemDeleted' })
  })

  it('moves under another heading to the place that was asked for', async () => {
    const first = await make([a], 'One.')
    const second = await make([b], 'Two.')
    const list = await findConsolidatedList(cast.rapporteur, await view())
    const headingId = list!.headings[0]!.id
    await moveItem(cast.rapporteur, { slug, id: second, headingId, position: 1 })
    const after = await findConsolidatedList(cast.rapporteur, await view())
    expect(after!.headings[0]!.items.map((item) => item.id)).toEqual([second, first])
  })
})

describe('an outcome by decision', () => {
  it('needs that nothing is taken, gives way to a link, and comes back to none', async () => {
    await setAside(cast.rapporteur, {
      slug,
      itemIds: [c],
      kind: 'deferred',
      reason: 'Next session.',
    })
    expect(await outcomes()).toEqual({ [c]: 'deferred' })
    const id = await make([c], 'Share information.')
    expect(await outcomes()).toEqual({ [c]: 'reworded' })
    await expect(
      setAside(cast.rapporteur, { slug, itemIds: [c], kind: 'notAgreed', reason: 'No.' }),
    ).rejects.toMatchObject({ key: 'itemInUse' })
    await unlinkSource(cast.rapporteur, { slug, id, itemId: c, reason: '' })
    expect(await outcomes()).toEqual({})
    await setAside(cast.rapporteur, { slug, itemIds: [c], kind: 'notAgreed', reason: 'No.' })
    await takeBackOutcome(cast.rapporteur, { slug, itemId: c })
    expect(await outcomes()).toEqual({})
  })
})

describe('adoption', () => {
  it('is refused while an item has no outcome, then numbers the list and closes it', async () => {
    await make([a, b], 'Ratify the Convention.')
    await expect(adoptList(cast.chair, { slug, meeting: 6 })).rejects.toMatchObject({
      key: 'outcomesMissing',
      values: { open: 1 },
    })
    await setAside(cast.rapporteur, { slug, itemIds: [c], kind: 'deferred', reason: 'Later.' })
    await adoptList(cast.chair, { slug, meeting: 6 })
    const list = await findConsolidatedList(cast.chair, await view())
    expect(list).toMatchObject({ adoptedMeeting: 6 })
    expect(list!.headings[0]!.items[0]).toMatchObject({ paragraph: 1, letter: 'a' })
    await expect(make([c], 'Late.')).rejects.toMatchObject({ key: 'listAdopted' })
    await expect(adoptList(cast.chair, { slug, meeting: 6 })).rejects.toMatchObject({
      key: 'listAdopted',
    })
    expect((await cast.recorded()).at(-1)).toMatchObject({
      event: 'consolidation.adopted',
      actingFor: 'chair',
      textHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })
})

describe('the wrong person', () => {
  it.each(['chair', 'arvenia'] as const)('%s makes no item', async (role) => {
    const actor = role === 'arvenia' ? cast.arvenia.head : cast.chair
    await expect(make([a], 'Mine.', actor)).rejects.toMatchObject({
      key: 'consolidationNotAllowed',
    })
    expect(
      await db.consolidatedItem.count({ where: { list: { sessionId: cast.session.id } } }),
    ).toBe(0)
  })

  it('the Rapporteur does not adopt; an outsider learns of nothing', async () => {
    await expect(adoptList(cast.rapporteur, { slug, meeting: 1 })).rejects.toMatchObject({
      key: 'notPresiding',
    })
    await expect(make([a], 'Mine.', cast.outsider)).rejects.toMatchObject({ key: 'notFound' })
  })

  it('a delegate reads the list and not the desk', async () => {
    await expect(
      listSources(cast.arvenia.head, await view(), { session: '', outcome: '', words: '' }),
    ).rejects.toMatchObject({ key: 'notFound' })
    expect(await findConsolidatedList(cast.arvenia.head, await view())).not.toBeNull()
    expect(await findListFacts(cast.arvenia.head, await view())).toMatchObject({ adoptedAt: null })
    await expect(findListFacts(cast.outsider, await view())).rejects.toMatchObject({
      key: 'notFound',
    })
  })

  it('items of another group are as if they did not exist', async () => {
    const elsewhere = await scenario({ kind: 'stockTaking' })
    const { items } = await issuedList(elsewhere.session.groupId, 5, ['Theirs.'])
    await expect(make(items, 'Ours now.')).rejects.toMatchObject({ key: 'notFound' })
  })
})

describe('the desk', () => {
  it('shows the accumulated items, narrowed by outcome and words', async () => {
    await make([a, b], 'Ratify the Convention.')
    const session = await view()
    const desk = (outcome: '' | 'none' | 'mergedInto', words = '') =>
      listSources(cast.rapporteur, session, { session: '', outcome, words })
    expect((await desk('')).sources.map(({ id }) => id)).toEqual([a, b, c])
    expect((await desk('none')).sources.map(({ id }) => id)).toEqual([c])
    expect((await desk('', 'consider')).sources.map(({ id }) => id)).toEqual([b])
    expect(await getCoverage(cast.rapporteur, session)).toMatchObject({
      total: 3,
      settled: 2,
      open: [c],
    })
  })

  it('shows the last page where there are no longer so many, and the same items by pages as at once', async () => {
    await make([a, b], 'Ratify the Convention.')
    await make([c], 'Courts should share.')
    const session = await view()
    const none = { session: '', outcome: 'none' as const, words: '' }
    const all = { ...none, outcome: '' as const }
    expect(await listSources(cast.rapporteur, session, all, 7)).toMatchObject({ total: 3, page: 1 })
    expect(await listSources(cast.rapporteur, session, none, 2)).toMatchObject({
      sources: [],
      total: 0,
      page: 1,
    })
    const asked = { page: 4, under: '' }
    const shown = await findPageOfList(cast.rapporteur, session, asked)
    expect(shown).toMatchObject({ page: 1, pages: 1 })
    expect(shown!.headings).toEqual(
      (await findConsolidatedList(cast.rapporteur, session))!.headings,
    )
  })
})
