import { beforeEach, describe, expect, it } from 'vitest'
import { nameItem, nameItems } from '@/lib/consolidation/desk/queries/item-names'
import { getConsolidatedItem } from '@/lib/consolidation/desk/queries/item-queries'
import { findConsolidatedList } from '@/lib/consolidation/desk/queries/list-queries'
import { getSources } from '@/lib/consolidation/desk/queries/source-queries'
import { mergeItems } from '@/lib/consolidation/desk/merge-commands'
import { findItemOffList } from '@/lib/consolidation/desk/queries/off-list'
import { undoAct } from '@/lib/consolidation/desk/undo-commands'
import { actInWords } from '@/components/consolidation/board/recent-acts'
import { listRecentActs } from '@/lib/consolidation/desk/queries/undo-queries'
import { deleteItem, moveItem } from '@/lib/consolidation/desk/item-commands'
import { getPrintedList } from '@/lib/consolidation/outputs/printed-queries'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { placeOnList } from '@/lib/consolidation/views'
import { db } from '@/lib/db/client'
import { putOnScreen } from '@/lib/plenary/commands'
import { loadScreen } from '@/lib/plenary/screen/queries'
import { listRecord } from '@/lib/sessions/record/queries'
import { RecordFilter } from '@/lib/sessions/record/filter'
import { getSession } from '@/lib/sessions/queries'
import { RATIFY, stockTakingOfThree, TRAIN } from '@/tests/support/stock-taking'

let world: Awaited<ReturnType<typeof stockTakingOfThree>>
let items: string[]
beforeEach(async () => {
  world = await stockTakingOfThree()
  const { cast, train, ratify, share } = world
  items = [
    await cast.makes([ratify], RATIFY, 'Law'),
    await cast.makes([train], TRAIN, 'Prevention'),
    await cast.makes([share], 'Member States should share information.', 'Prevention'),
  ]
})
const session = () => getSession(world.cast.rapporteur, world.slug)

describe('the number of an item', () => {
  it('is one on the desk, the item’s page, the screen, the paper, and what became of ours', async () => {
    const { cast, slug } = world
    const wanted = ['1 (a)', '2 (a)', '2 (b)']
    const desk = (await findConsolidatedList(cast.rapporteur, await session()))!
    expect(desk.headings.flatMap((heading) => heading.items.map(itemNumber))).toEqual(wanted)
    const paper = await getPrintedList(cast.rapporteur, await session())
    expect(paper.headings.flatMap((heading) => heading.items.map(itemNumber))).toEqual(wanted)
    for (const [at, id] of items.entries()) {
      const item = await getConsolidatedItem(cast.rapporteur, await session(), id)
      expect(itemNumber(item)).toBe(wanted[at])
      await putOnScreen(cast.rapporteur, { slug, id })
      expect(itemNumber((await loadScreen((await session()).id))!)).toBe(wanted[at])
    }
    const ours = await cast.ours(cast.arvenia.head)
    const surviving = ours.proposals.flatMap((proposal) =>
      proposal.items.flatMap((item) => item.surviving),
    )
    expect(surviving.map(itemNumber).toSorted()).toEqual(['2 (a)', '2 (b)'])
  })

  it('stands beside the printed one of an imported item', async () => {
    const { cast, train } = world
    await db.$executeRaw`ALTER TABLE "Item" DISABLE TRIGGER USER`
    await db.item.update({ where: { id: train }, data: { importedNumber: '4 (c)' } })
    await db.$executeRaw`ALTER TABLE "Item" ENABLE TRIGGER USER`
    const [source] = await getSources(cast.rapporteur, await session(), [train])
    expect(placeOnList(source!)).toMatch(/para\. 1 \(a\) \[4 \(c\)\]$/)
  })
})

describe('what acts were about', () => {
  it('is named by number and first words, in the record, the undo list and messages', async () => {
    const { cast, slug, train } = world
    const { lines } = await listRecord(cast.secretariat, await session(), RecordFilter.parse({}))
    const ids = lines.flatMap(({ subjectId }) => subjectId ?? [])
    const names = await nameItems(cast.arvenia.head, await session(), ids)
    expect(names.get(items[1]!)).toMatchObject({ number: '2 (a)', words: TRAIN, source: null })
    expect(names.get(train)).toMatchObject({ words: TRAIN, source: { ordinal: 5 } })
    const [latest] = await listRecentActs(cast.rapporteur, await session())
    expect(latest).toMatchObject({ kind: 'made', item: { id: items[2], number: '2 (b)' } })
    expect(await nameItem(cast.rapporteur, slug, items[0]!)).toBe(`1 (a) “${RATIFY}”`)
    expect(await nameItem(cast.rapporteur, slug, train)).toBe(
      `1 (a) of the fifth session “${TRAIN}”`,
    )
    await deleteItem(cast.rapporteur, { slug, id: items[0]!, reason: '' })
    expect(await nameItem(cast.rapporteur, slug, items[0]!)).toBe(`“${RATIFY}”`)
    const [removal] = await listRecentActs(cast.rapporteur, await session())
    const undoes = () => undoAct(cast.rapporteur, { slug, id: removal!.id })
    expect(await undoes()).toEqual({ kind: 'removed', itemId: items[0] })
    expect(await undoes()).toEqual({ kind: 'removed', itemId: items[0] })
    const [undoing] = await listRecentActs(cast.rapporteur, await session())
    expect(undoing).toMatchObject({ kind: 'undone', undoes: 'removed', item: { words: RATIFY } })
    expect(actInWords(undoing!)).toBe(
      `${undoing!.by} undid the removal of an item. 1 (a) “${RATIFY}”`,
    )
  })

  it('is shown when it is off the list, with the items that use its sources now', async () => {
    const { cast, slug } = world
    const [law, prevention] = items as [string, string]
    const gone = async (actor = cast.arvenia.head) => findItemOffList(actor, await session(), law)
    expect(await gone()).toBeNull()
    await mergeItems(cast.rapporteur, {
      slug,
      id: prevention,
      otherId: law,
      reason: '',
      strengthConfirmed: true,
    })
    expect(await gone()).toMatchObject({
      by: cast.rapporteur.name,
      at: expect.any(Date),
      usedIn: [{ id: prevention, number: '1 (a)' }],
    })
    expect(await gone(cast.outsider)).toBeNull()
    expect(await findItemOffList(cast.arvenia.head, await session(), prevention)).toBeNull()
  })

  it('is named to nobody who does not take part, and not on a list in the making', async () => {
    const { cast, train } = world
    expect((await nameItems(cast.outsider, await session(), [train, items[0]!])).size).toBe(0)
    const list = await db.preliminaryList.create({ data: { sessionId: cast.session.id } })
    const { id: headingId } = await db.listHeading.create({
      data: { listId: list.id, title: 'H', position: 1 },
    })
    const source = await db.item.findUniqueOrThrow({ where: { id: train } })
    const { id } = await db.item.create({
      data: {
        listId: list.id,
        headingId,
        position: 1,
        kind: 'recommendation',
        language: 'en',
        body: source.body!,
        text: 'Not yet.',
        textHash: source.textHash,
      },
    })
    expect((await nameItems(cast.rapporteur, await session(), [id])).size).toBe(0)
  })

  it('a move to the same place is none', async () => {
    const { cast, slug } = world
    const { headingId } = await db.consolidatedItem.findUniqueOrThrow({ where: { id: items[2] } })
    const before = (await cast.recorded()).length
    await moveItem(cast.rapporteur, { slug, id: items[2]!, headingId, position: 2 })
    await moveItem(cast.rapporteur, { slug, id: items[2]!, headingId, position: 99 })
    expect((await cast.recorded()).length).toBe(before)
    expect((await listRecentActs(cast.rapporteur, await session()))[0]?.kind).toBe('made')
  })
})
