import { beforeEach, describe, expect, it } from 'vitest'
import { chooseLists, openConsolidation } from '@/lib/consolidation/coverage/commands'
import { listListsToCover } from '@/lib/consolidation/coverage/queries'
import { adoptList } from '@/lib/plenary/adoption'
import { getCoverage } from '@/lib/consolidation/desk/queries/item-queries'
import { getDeskChoices, listSources } from '@/lib/consolidation/desk/queries/source-queries'
import { getPrintedList } from '@/lib/consolidation/outputs/printed-queries'
import { db } from '@/lib/db/client'
import { listDeskSessions } from '@/lib/desk/session-queries'
import { getSession } from '@/lib/sessions/queries'
import { issuedList } from '@/tests/support/issued-list'
import { type StockTaking, stockTaking, TRAIN } from '@/tests/support/stock-taking'

let cast: StockTaking
let slug: string
let first: string
let past: { listId: string; items: string[] }

/** A stock-taking of one item, and a past list that was issued after it was opened. */
beforeEach(async () => {
  cast = await stockTaking([TRAIN])
  slug = cast.slug
  const covered = await db.coveredList.findFirstOrThrow({
    where: { consolidatedList: { sessionId: cast.session.id } },
  })
  first = covered.preliminaryListId
  past = await issuedList(cast.session.groupId, 2, ['An item of long ago.'], [cast.arvenia])
})

const view = () => getSession(cast.rapporteur, slug)
const covers = (lists: string[]) => chooseLists(cast.secretariat, { slug, lists })
const adopt = () => adoptList(cast.chair, { slug, meeting: 6 })
const settled = () => cast.makes([cast.sources[0]!], TRAIN)

describe('what a stock-taking covers', () => {
  it('is what was chosen: a past list that is issued meanwhile hinders nothing', async () => {
    await settled()
    expect((await getCoverage(cast.rapporteur, await view())).total).toBe(1)
    await adopt()
    expect((await getCoverage(cast.rapporteur, await view())).total).toBe(1)
    expect((await getPrintedList(cast.rapporteur, await view())).sources).toHaveLength(1)
  })

  it('is chosen by the Secretariat, with a line in the record for each list', async () => {
    for (const actor of [cast.rapporteur, cast.chair, cast.arvenia.head])
      await expect(chooseLists(actor, { slug, lists: [first, past.listId] })).rejects.toMatchObject(
        { key: 'listsChosenBySecretariat' },
      )
    await covers([first, past.listId])
    await covers([first, past.listId])
    const entries = await cast.recorded()
    expect(entries.filter(({ event }) => event === 'consolidation.listCovered')).toHaveLength(2)
    expect(entries.at(-1)).toMatchObject({ subjectId: past.listId, data: { session: 'second' } })
    expect((await getCoverage(cast.rapporteur, await view())).total).toBe(2)
    await settled()
    await expect(adopt()).rejects.toMatchObject({ key: 'outcomesMissing', values: { open: 1 } })
    await covers([first])
    expect((await cast.recorded()).at(-1)).toMatchObject({ event: 'consolidation.listLeftOut' })
    await adopt()
  })

  it('is followed by the desk, its filter, what became of ours, and the front page', async () => {
    const all = { session: '', outcome: '' as const, words: '' }
    expect((await listSources(cast.rapporteur, await view(), all)).total).toBe(1)
    expect((await getDeskChoices(cast.rapporteur, await view())).sessions).toHaveLength(1)
    const ours = await cast.ours(cast.arvenia.head)
    expect(
      ours.proposals.map(({ sessionOrdinal, covered, items }) => [
        sessionOrdinal,
        covered,
        items.length,
      ]),
    ).toEqual([
      [2, false, 0],
      [5, true, 1],
    ])
    const [session] = (await listDeskSessions(cast.rapporteur, new Date())).filter(
      ({ id }) => id === cast.session.id,
    )
    expect(session!.stockTaking).toMatchObject({ sources: 1, withoutOutcome: 1 })
    await expect(cast.setsAside(past.items)).rejects.toMatchObject({ reason: 'not-found' })
  })

  it('keeps a list of which something is used', async () => {
    await settled()
    await expect(covers([past.listId])).rejects.toMatchObject({
      key: 'coveredListUsed',
      values: { session: 'fifth', items: 1 },
    })
    await expect(
      db.coveredList.deleteMany({ where: { preliminaryListId: first } }),
    ).rejects.toThrow('outcomes')
  })

  it('takes no list of another group, and none that is not issued', async () => {
    const elsewhere = await stockTaking([TRAIN])
    const [foreign] = await listListsToCover(
      elsewhere.chair,
      await getSession(elsewhere.chair, elsewhere.slug),
    )
    await expect(covers([first, foreign!.id])).rejects.toMatchObject({ reason: 'not-found' })
    const making = await db.preliminaryList.create({ data: { sessionId: cast.session.id } })
    await expect(covers([first, making.id])).rejects.toMatchObject({ reason: 'not-found' })
    const { id } = await db.consolidatedList.findFirstOrThrow({
      where: { sessionId: cast.session.id },
    })
    for (const preliminaryListId of [foreign!.id, making.id])
      await expect(
        db.coveredList.create({ data: { consolidatedListId: id, preliminaryListId } }),
      ).rejects.toThrow('issued lists of its group')
  })
})

describe('after the adoption', () => {
  it('nothing changes it, by no path', async () => {
    await settled()
    await adopt()
    await expect(covers([first, past.listId])).rejects.toMatchObject({ key: 'listAdopted' })
    const { id } = await db.consolidatedList.findFirstOrThrow({
      where: { sessionId: cast.session.id },
    })
    const row = { consolidatedListId: id, preliminaryListId: past.listId }
    await expect(db.coveredList.create({ data: row })).rejects.toThrow('adopted')
    await expect(db.coveredList.deleteMany({ where: { consolidatedListId: id } })).rejects.toThrow(
      'adopted',
    )
    const lists = await listListsToCover(cast.chair, await view())
    expect(lists.map((list) => list.id)).toEqual([first])
  })

  it('opening again changes nothing', async () => {
    await openConsolidation(cast.secretariat, { slug, lists: [past.listId] })
    expect((await getCoverage(cast.rapporteur, await view())).total).toBe(1)
  })
})
