import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { listRecentActs } from '@/lib/consolidation/desk/queries/undo-queries'
import { changeHeading, removeHeading } from '@/lib/consolidation/desk/heading-commands'
import { addConsolidatedHeading } from '@/lib/consolidation/desk/list-commands'
import { deleteItem, moveItem } from '@/lib/consolidation/desk/item-commands'
import { makeOfSources } from '@/lib/consolidation/desk/make-commands'
import { mergeItems, splitItem } from '@/lib/consolidation/desk/merge-commands'
import { findConsolidatedList } from '@/lib/consolidation/desk/queries/list-queries'
import { getConsolidatedItem } from '@/lib/consolidation/desk/queries/item-queries'
import {
  linkSources,
  takeBackOutcome,
  unlinkSource,
} from '@/lib/consolidation/desk/source-commands'
import { undoAct } from '@/lib/consolidation/desk/undo-commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { getSession } from '@/lib/sessions/queries'
import { stockTaking, type StockTaking } from '@/tests/support/stock-taking'

const TRAIN = 'Member States should train teachers.'
const SHARE = 'Member States should strengthen training of judges.'
const CONSIDER = 'Member States should consider a network.'

let cast: StockTaking
let slug: string
let train: string
let judges: string
let consider: string
beforeEach(async () => {
  cast = await stockTaking([TRAIN, SHARE, CONSIDER])
  slug = cast.slug
  ;[train, judges, consider] = cast.sources as [string, string, string]
}, 30_000)

const outcomes = async () =>
  Object.fromEntries(
    (
      await db.outcome.findMany({
        where: { supersededAt: null, list: { sessionId: cast.session.id } },
      })
    ).map(({ itemId, kind }) => [itemId, kind]),
  )
const list = async () =>
  (await findConsolidatedList(cast.rapporteur, await getSession(cast.rapporteur, slug)))!.headings
const item = async (id: string) =>
  getConsolidatedItem(cast.rapporteur, await getSession(cast.rapporteur, slug), id)
const lastAct = () =>
  db.deskAct.findFirstOrThrow({
    where: { list: { sessionId: cast.session.id } },
    orderBy: { version: 'desc' },
  })
const undoes = async (actor: SignedIn = cast.rapporteur, id?: string) =>
  undoAct(actor, { slug, id: id ?? (await lastAct()).id })
const splits = (id: string, itemIds: string[], newId: string = randomUUID()) =>
  splitItem(cast.rapporteur, { slug, id, newId, itemIds, reason: '' })
const merges = (id: string, otherId: string, strengthConfirmed = true) =>
  mergeItems(cast.rapporteur, { slug, id, otherId, reason: '', strengthConfirmed })

describe('an item made in one step', () => {
  it('reads as its first source, under the heading of its own list, and is one when sent twice', async () => {
    const input = { slug, id: randomUUID(), itemIds: [train, judges], headingId: '', before: '' }
    await makeOfSources(cast.rapporteur, { ...input, strengthConfirmed: true })
    await makeOfSources(cast.rapporteur, input)
    expect(await list()).toMatchObject([
      { title: 'International cooperation', items: [{ text: TRAIN, sources: 2 }] },
    ])
    expect(await outcomes()).toEqual({ [train]: 'mergedInto', [judges]: 'mergedInto' })
  })
})

describe('what is taken', () => {
  it('as a part are words that stand in the source, whatever its line breaks', async () => {
    const id = await cast.makes([consider], 'Member States should consider.')
    const takes = (words: string) =>
      linkSources(cast.rapporteur, {
        slug,
        id,
        itemIds: [train],
        taken: 'part',
        words,
        reason: '',
        strengthConfirmed: true,
      })
    await expect(takes('')).rejects.toMatchObject({ key: 'partWithoutWords' })
    await expect(takes('train pupils')).rejects.toMatchObject({ key: 'wordsNotInSource' })
    await takes(' train\n teachers')
    expect((await item(id)).from.find((source) => source.id === train)).toMatchObject({
      taken: 'part',
      words: 'train teachers',
    })
    await linkSources(cast.rapporteur, {
      slug,
      id,
      itemIds: [train],
      taken: 'idea',
      words: 'x',
      reason: '',
      strengthConfirmed: true,
    })
    expect((await item(id)).from.find((source) => source.id === train)).toMatchObject({
      taken: 'idea',
      words: '',
    })
  })
})

describe('splitting and merging', () => {
  it('split gives some sources an item of their own, right after it, and the sources stay what they are', async () => {
    const before = await db.item.findMany({ orderBy: { id: 'asc' } })
    const id = await cast.makes([train, judges], 'Train all.')
    await cast.makes([consider], CONSIDER)
    const newId = await splits(id, [judges])
    expect((await list())[0]!.items.map((item) => [item.id === newId, item.text])).toEqual([
      [false, 'Train all.'],
      [true, SHARE],
      [false, CONSIDER],
    ])
    expect(await outcomes()).toEqual({
      [train]: 'reworded',
      [judges]: 'adoptedAsIs',
      [consider]: 'adoptedAsIs',
    })
    expect(await db.item.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
  })

  it('merge takes all into one, asks where the verbs differ, and records the answer', async () => {
    const id = await cast.makes([train], 'Member States should establish schools for teachers.')
    const second = await cast.makes([consider], CONSIDER)
    await expect(merges(id, second, false)).rejects.toMatchObject({ key: 'strengthsDiffer' })
    expect(await outcomes()).toEqual({ [train]: 'reworded', [consider]: 'adoptedAsIs' })
    await merges(id, second)
    expect(await outcomes()).toEqual({ [train]: 'mergedInto', [consider]: 'mergedInto' })
    await expect(merges(id, second)).rejects.toMatchObject({ key: 'itemDeleted' })
    const events = (await cast.recorded()).map(({ event }) => event)
    expect(events).toContain('consolidation.strengthsJoined')
    expect(events).toContain('consolidation.itemsMerged')
  })

  it('goes round: merged, split again, merged again, nothing is lost', async () => {
    const [id, second] = [await cast.makes([train], TRAIN), await cast.makes([judges], SHARE)]
    await merges(id, second)
    const again = await splits(id, [judges])
    await merges(again, id)
    expect((await item(again)).from.map((source) => source.id).toSorted()).toEqual(
      [train, judges].toSorted(),
    )
    await expect(merges(id, again)).rejects.toMatchObject({ key: 'itemDeleted' })
  })

  it('refuses to split off nothing, everything, or what it does not have', async () => {
    const id = await cast.makes([train, judges], 'Train all.')
    await expect(splits(id, [])).rejects.toMatchObject({ key: 'splitNothing' })
    await expect(splits(id, [train, judges])).rejects.toMatchObject({ key: 'splitAll' })
    await expect(splits(id, [consider])).rejects.toMatchObject({ key: 'notLinked' })
  })
})

describe('headings', () => {
  const heading = async (title: string) =>
    (await list()).find((candidate) => candidate.title === title)!.id

  it('are renamed and put in order; one under which items stood is not taken off', async () => {
    await cast.makes([train], TRAIN, 'A')
    await cast.makes([judges], SHARE, 'B')
    const act = { slug, headingId: await heading('B') }
    await changeHeading(cast.rapporteur, { ...act, title: 'First', position: 1 })
    expect((await list()).map(({ title }) => title)).toEqual(['First', 'A'])
    const taken = changeHeading(cast.rapporteur, { ...act, title: 'A', position: 1 })
    await expect(taken).rejects.toMatchObject({ key: 'headingTaken' })
    await expect(removeHeading(cast.rapporteur, act)).rejects.toMatchObject({ key: 'headingUsed' })
    const id = await addConsolidatedHeading(cast.rapporteur, { slug, title: 'Empty' })
    await removeHeading(cast.rapporteur, { slug, headingId: id })
    await removeHeading(cast.rapporteur, { slug, headingId: id })
    expect((await list()).map(({ title }) => title)).toEqual(['First', 'A'])
    for (const actor of [cast.chair, cast.arvenia.head])
      await expect(removeHeading(actor, act)).rejects.toMatchObject({
        key: 'consolidationNotAllowed',
      })
  })
})

test('an item is added at the end also where one was taken off before', async () => {
  const made = [await cast.makes([train], TRAIN), await cast.makes([judges], SHARE)]
  await deleteItem(cast.rapporteur, { slug, id: made[0]!, reason: '' })
  const last = await cast.makes([consider], CONSIDER)
  expect((await list())[0]!.items.map(({ id }) => id)).toEqual([made[1], last])
})

describe('undo', () => {
  it('undoes each kind of act, and the undoing can be undone', async () => {
    const id = await cast.makes([train, judges], 'Train all.')
    const read = async () => ({ list: await list(), outcomes: await outcomes() })
    const acts: Record<string, () => Promise<unknown>> = {
      made: () => cast.makes([consider], CONSIDER),
      linked: () =>
        linkSources(cast.rapporteur, {
          slug,
          id,
          itemIds: [consider],
          reason: '',
          strengthConfirmed: true,
        }),
      unlinked: () => unlinkSource(cast.rapporteur, { slug, id, itemId: judges, reason: '' }),
      removed: () => deleteItem(cast.rapporteur, { slug, id, reason: '' }),
      split: () => splits(id, [judges]),
      setAside: () => cast.setsAside([consider]),
    }
    for (const [kind, act] of Object.entries(acts)) {
      const before = await read()
      await act()
      const after = await read()
      expect((await lastAct()).kind, kind).toBe(kind)
      expect(after, kind).not.toEqual(before)
      await undoes()
      expect(await read(), kind).toEqual(before)
      await undoes()
      expect(await read(), kind).toEqual(after)
      await undoes()
      expect(await read(), kind).toEqual(before)
    }
  })

  it('of a wording gives the former words again, as a wording of its own', async () => {
    const id = await cast.makes([train], TRAIN)
    await cast.rewords(id, 1, 'Train some.')
    await undoes()
    expect(await item(id)).toMatchObject({ text: TRAIN, wording: 3 })
    expect(await outcomes()).toEqual({ [train]: 'adoptedAsIs' })
  })

  it('of a merger and of a move brings both items back to their places', async () => {
    const [id, second] = [await cast.makes([train], TRAIN), await cast.makes([judges], SHARE)]
    const before = await list()
    await merges(id, second)
    await undoes(cast.secretariat)
    expect(await list()).toEqual(before)
    const { headingId } = before[0]!.items[0]!
    await moveItem(cast.rapporteur, { slug, id: second, headingId, before: id, position: 9 })
    expect((await list())[0]!.items.map((item) => item.id)).toEqual([second, id])
    await undoes()
    expect(await list()).toEqual(before)
  })

  it('of an outcome that was taken back gives it again with its reason', async () => {
    await cast.setsAside([consider], 'Not now.')
    await takeBackOutcome(cast.rapporteur, { slug, itemId: consider })
    await undoes()
    expect(
      await db.outcome.findFirst({ where: { itemId: consider, supersededAt: null } }),
    ).toMatchObject({ kind: 'deferred', reason: 'Not now.' })
  })

  it('gives no outcome by decision back to an item that something else is made of meanwhile', async () => {
    await cast.setsAside([consider])
    await cast.makes([consider], CONSIDER)
    const made = await lastAct()
    await cast.makes([consider, train], TRAIN)
    await undoes(cast.rapporteur, made.id)
    expect(await outcomes()).toEqual({ [consider]: 'mergedInto', [train]: 'mergedInto' })
  })

  it('is refused when somebody changed it since, when sent twice it is once, and is recorded', async () => {
    const id = await cast.makes([train], TRAIN)
    const made = await lastAct()
    await cast.rewords(id, 1, 'Train some.')
    await expect(undoes(cast.secretariat, made.id)).rejects.toMatchObject({ key: 'changedSince' })
    const reworded = await lastAct()
    await Promise.all([undoes(cast.rapporteur, reworded.id), undoes(cast.secretariat, reworded.id)])
    expect(await item(id)).toMatchObject({ text: TRAIN, wording: 3 })
    const undone = (await cast.recorded()).filter(({ event }) => event.endsWith('.undone'))
    expect(undone).toMatchObject([{ data: { act: 'reworded' } }])
  })

  it('is offered for one act after the other, however many were undone before', async () => {
    const session = await getSession(cast.rapporteur, slug)
    const id = await cast.makes([train], TRAIN)
    for (const itemId of [judges, consider, judges, consider, judges]) {
      const link = { slug, id, itemIds: [itemId], reason: '', strengthConfirmed: true }
      await linkSources(cast.rapporteur, { ...link, taken: 'whole', words: '' })
      await unlinkSource(cast.rapporteur, { slug, id, itemId, reason: '' })
    }
    for (let left = 11; left > 0; left -= 1) {
      const acts = await listRecentActs(cast.rapporteur, session)
      const next = acts.find(({ kind }) => kind !== 'undone')
      await undoes(cast.rapporteur, next!.id)
    }
    expect(await list()).toMatchObject([{ items: [] }])
  })

  it('is for those who work at the desk', async () => {
    await cast.makes([train], TRAIN)
    for (const actor of [cast.chair, cast.arvenia.head])
      await expect(undoes(actor)).rejects.toMatchObject({ key: 'consolidationNotAllowed' })
    await expect(undoes(cast.outsider)).rejects.toMatchObject({ key: 'notFound' })
  })
})
