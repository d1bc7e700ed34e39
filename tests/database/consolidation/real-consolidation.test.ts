import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { listDecisions } from '@/lib/consolidation/outputs/decisions-queries'
import { makeItem } from '@/lib/consolidation/desk/item-commands'
import { adoptList } from '@/lib/plenary/adoption'
import { outputFile } from '@/lib/consolidation/outputs/files'
import type { OutputAsked } from '@/lib/consolidation/outputs/formats'
import { getPrintedList } from '@/lib/consolidation/outputs/printed-queries'
import { getCoverage } from '@/lib/consolidation/desk/queries/item-queries'
import { listSources } from '@/lib/consolidation/desk/queries/source-queries'
import { setAside, takeBackOutcome } from '@/lib/consolidation/desk/source-commands'
import { systemTransaction } from '@/lib/db/client'
import { issueImport, keepImport } from '@/lib/proposals/import/commands'
import { exportList } from '@/lib/proposals/preliminary-list/export'
import { DESK_PAGE } from '@/lib/consolidation/page-size'
import { findIssuedList } from '@/lib/proposals/preliminary-list/queries'
import { getSession } from '@/lib/sessions/queries'
import { loadReferenceData } from '@/lib/delegations/reference-data'
import { makeGroup } from '@/lib/demonstration/group'
import { read } from '@/tests/domain/export/word'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { INVENTED_REVIEW, readReview, reviewFiles } from '@/tests/support/upr'
import { openOverAll } from '@/tests/support/covering'

// Real reviews of the United Nations, and a small invented one that comes with the tests, entered through the app's
// own commands: the proposals by States, the items that were made of them, and those that were dropped, which here are
// set aside.
const real = reviewFiles()
const reviews = [INVENTED_REVIEW, ...real].flatMap((file) => {
  const review = readReview(file)
  return review ? [{ ...review, title: review.list.session.title }] : []
})

test.skipIf(real.length === 0)('real reviews are there (skipped without ../shared/data)', () => {
  expect(reviews.length).toBeGreaterThan(1)
})

describe.each(reviews)('$title', (review) => {
  const { list, json, consolidation } = review
  let cast: Scenario
  let imported: string
  /** Ids of the preliminary items by the number under which they were printed. */
  let items: Map<string, string>

  beforeAll(async () => {
    await systemTransaction(async (tx) => {
      await loadReferenceData(tx)
      await makeGroup(tx)
    })
    cast = await scenario({ kind: 'stockTaking' })
    const bytes = new TextEncoder().encode(json)
    const { slug, groupId } = cast.session
    const upload = { fileName: 'real.json', bytes, session: { groupId } }
    imported = (await issueImport(cast.secretariat, await keepImport(cast.secretariat, upload)))
      .slug
    await openOverAll(cast.secretariat, slug)
    const session = await getSession(cast.rapporteur, slug)
    const all = { session: '', outcome: '' as const, words: '' }
    const first = await listSources(cast.rapporteur, session, all)
    const rest = Array.from({ length: Math.ceil(first.total / DESK_PAGE) - 1 }, (_, at) =>
      listSources(cast.rapporteur, session, all, at + 2),
    )
    const pages = [first, ...(await Promise.all(rest))]
    const issued = (await findIssuedList(imported))!.headings.flatMap((heading) => heading.items)
    items = new Map(issued.map(({ id, importedNumber }) => [importedNumber!, id]))
    expect(new Set(pages.flatMap(({ sources }) => sources.map(({ id }) => id)))).toEqual(
      new Set(items.values()),
    )
    for (const { number, text, sources, heading } of consolidation.items)
      await makeItem(cast.rapporteur, {
        slug,
        id: randomUUID(),
        headingId: '',
        newHeading: heading,
        itemIds: sources.map((source) => items.get(source)!),
        kind: 'recommendation',
        body: '',
        text,
        reason: `Item ${number} of the report.`,
        strengthConfirmed: true,
      })
    await setAside(cast.rapporteur, {
      slug,
      itemIds: consolidation.dropped.map((number) => items.get(number)!),
      kind: 'notAgreed',
      reason: 'Not taken up by the Working Group.',
    })
  }, 120_000)

  const output = async (asked: Partial<OutputAsked>) => {
    const printed = await getPrintedList(
      cast.chair,
      await getSession(cast.chair, cast.session.slug),
    )
    const decisions = await listDecisions(cast.session.id)
    const defaults: OutputAsked = { what: 'list', format: 'json', attribution: true, way: 'items' }
    return (await outputFile({ list: printed, decisions }, { ...defaults, ...asked })).body
  }
  type Json = {
    items: { number: string; text: string; sources: { printedAs: string }[] }[]
    preliminary: {
      printedAs: string
      outcome: string | null
      into: { number: string | null }[]
    }[]
  }
  const exported = async () => JSON.parse(String(await output({}))) as Json

  test('each text stands unchanged under its State, in Word and in JSON', async () => {
    const session = await getSession(cast.secretariat, imported)
    const issued = (await findIssuedList(imported))!
    const word = await exportList({ list: issued, session }, 'docx', { attribution: true })
    const seen = read(word.body as Uint8Array)
    const data = JSON.parse(
      String((await exportList({ list: issued, session }, 'json', { attribution: true })).body),
    ) as { items: { text: string; by: string[]; printedAs: string }[] }
    expect(data.items).toHaveLength(list.items.length)
    for (const [index, { text, by, number }] of list.items.entries()) {
      expect(data.items[index]).toMatchObject({ text, by, printedAs: number })
      expect(seen.some((line) => line.includes(text) && line.includes(`(${by[0]})`))).toBe(true)
    }
  })

  test('the lineage of the export equals that of the report', async () => {
    const { items: made, preliminary } = await exported()
    expect(made).toHaveLength(consolidation.items.length)
    for (const { text, sources } of consolidation.items) {
      const item = made.find((candidate) => candidate.text === text)
      expect(item?.sources.map(({ printedAs }) => printedAs).toSorted()).toEqual(sources.toSorted())
    }
    // The reverse direction: from each proposal to the items that the report made of it.
    const textOf = new Map(made.map(({ number, text }) => [number, text]))
    for (const { printedAs, into } of preliminary)
      expect(new Set(into.map(({ number }) => textOf.get(number!)))).toEqual(
        new Set(
          consolidation.items
            .filter(({ sources }) => sources.includes(printedAs))
            .map(({ text }) => text),
        ),
      )
    const unused = preliminary.filter(({ outcome }) => outcome === 'notAgreed')
    expect(unused.map(({ printedAs }) => printedAs)).toEqual(consolidation.dropped)
  })

  test('the list without attribution names no State that made a proposal', async () => {
    const names = new Set(list.items.flatMap(({ by }) => by))
    const { items: made } = JSON.parse(String(await output({ attribution: false }))) as Json
    const word = read((await output({ format: 'docx', attribution: false })) as Uint8Array).join(
      '\n',
    )
    for (const name of names) {
      expect(word).not.toContain(name)
      for (const { text } of made) expect(text).not.toContain(name)
    }
  })

  test('it is adopted when each source has an outcome, and refused while one has none', async () => {
    const { slug } = cast.session
    const session = await getSession(cast.chair, slug)
    const number = consolidation.dropped[0]!
    const dropped = items.get(number)!
    await takeBackOutcome(cast.rapporteur, { slug, itemId: dropped })
    await expect(adoptList(cast.chair, { slug, meeting: 6 })).rejects.toMatchObject({
      key: 'outcomesMissing',
      values: { open: 1, items: expect.stringContaining(`[${number}]`) },
    })
    expect((await getCoverage(cast.chair, session)).open).toEqual([dropped])
    const reason = 'Not taken up by the Working Group.'
    await setAside(cast.rapporteur, { slug, itemIds: [dropped], kind: 'notAgreed', reason })
    await adoptList(cast.chair, { slug, meeting: 6 })
    const { preliminary } = await exported()
    expect(preliminary.every(({ outcome }) => outcome !== null)).toBe(true)
    expect(await output({ what: 'concordance', format: 'csv' })).toEqual(
      await output({ what: 'concordance', format: 'csv' }),
    )
  })
})
