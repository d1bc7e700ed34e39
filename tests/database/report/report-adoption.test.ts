import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { adoptReport, ruleOnParagraph } from '@/lib/report/adoption/commands'
import { completeGap, placeList, releaseReport } from '@/lib/report/commands'
import { reportFile } from '@/lib/report/outputs/files'
import { getReport, readReport } from '@/lib/report/queries'
import { type ParagraphView, paragraphsIn } from '@/lib/report/view'
import { removeParagraph, reviseParagraph, writeParagraph } from '@/lib/report/writing/commands'
import { getParagraph } from '@/lib/report/writing/queries'
import { sha256 } from '@/lib/record/record'
import { findSession } from '@/lib/sessions/queries'
import { openedSession } from '@/tests/support/opened-session'
import { adoptWhole, completeAll, reporting, ruleAll } from '@/tests/support/reporting'
import { scenario, type Scenario } from '@/tests/support/scenario'

let cast: Scenario
let slug: string

beforeEach(async () => {
  cast = await scenario()
  slug = cast.session.slug
  await openedSession(cast)
})

const { paragraphs, paragraph, rule } = reporting(() => cast)
const asked = (all: readonly ParagraphView[]) =>
  all.filter(({ standing }) => standing !== 'notAsked')

describe('a free paragraph', () => {
  const write = (section = 'introduction', actor = cast.rapporteur) =>
    writeParagraph(actor, {
      slug,
      section,
      language: 'en',
      body: '',
      text: 'The host thanked all, inter alia.',
    })
  const free = async () => (await paragraphs()).find(({ key }) => key.startsWith('free:'))!

  test('ends its section, and keeps each wording', async () => {
    await write()
    const { key, text, number } = await free()
    expect([text, number]).toEqual(['The host thanked all, inter alia.', 1])
    const paragraphId = key.slice('free:'.length)
    await reviseParagraph(cast.secretariat, {
      slug,
      paragraphId,
      language: 'en',
      baseNumber: 1,
      originalNumber: 1,
      body: '',
      text: 'The host thanked the group.',
    })
    expect((await free()).text).toBe('The host thanked the group.')
    const written = await getParagraph(cast.rapporteur, cast.session, paragraphId)
    expect(written.revisions.map(({ number, text: wording }) => [number, wording])).toEqual([
      [2, 'The host thanked the group.'],
      [1, 'The host thanked all, inter alia.'],
    ])
    await expect(getParagraph(cast.arvenia.head, cast.session, paragraphId)).rejects.toMatchObject({
      key: 'notFound',
    })
    expect((await cast.recorded()).map(({ event }) => event)).toEqual([
      'report.paragraphWritten',
      'report.paragraphRevised',
    ])
  })

  test('is refused on an older wording, in an unknown section and to a delegation', async () => {
    await write()
    const paragraphId = (await free()).key.slice('free:'.length)
    const words = { language: 'en' as const, body: '', text: 'Other words.' }
    const revision = { slug, paragraphId, ...words, originalNumber: 1 }
    await reviseParagraph(cast.rapporteur, { ...revision, baseNumber: 1 })
    await expect(
      reviseParagraph(cast.rapporteur, { ...revision, baseNumber: 1 }),
    ).rejects.toMatchObject({ key: 'reportParagraphMoved' })
    await expect(write('nowhere')).rejects.toMatchObject({ key: 'notFound' })
    await expect(write('summary', cast.arvenia.head)).rejects.toMatchObject({
      key: 'reportByRapporteur',
    })
  })

  test('that is removed prints no more', async () => {
    await write()
    const { key } = await free()
    await removeParagraph(cast.rapporteur, { slug, paragraphId: key.slice('free:'.length) })
    expect(await free()).toBeUndefined()
  })
})

describe('the draft', () => {
  test('is read by offices, and by delegations from its release on', async () => {
    const { session } = cast
    await expect(getReport(cast.arvenia.head, session)).rejects.toMatchObject({ key: 'notFound' })
    expect((await getReport(cast.chair, session)).releasedAt).toBeNull()
    await releaseReport(cast.secretariat, { slug })
    const seen = await getReport(cast.arvenia.adviser, session)
    expect(seen.symbol).toMatch(/\/2020\/L\.\d+$/)
    await expect(getReport(cast.outsider, session)).rejects.toMatchObject({ key: 'notFound' })
    await expect(releaseReport(cast.secretariat, { slug })).rejects.toMatchObject({
      key: 'reportReleased',
    })
  })

  test('is released by the Secretariat alone', async () => {
    await expect(releaseReport(cast.chair, { slug })).rejects.toMatchObject({
      key: 'secretariatOnly',
    })
  })

  test('includes the issued list where that is asked for', async () => {
    await placeList(cast.rapporteur, { slug, inReport: 'yes' })
    expect((await readReport(cast.session.id)).listInReport).toBe(true)
    await placeList(cast.secretariat, { slug, inReport: 'no' })
    expect((await readReport(cast.session.id)).listInReport).toBe(false)
  })
})

describe('a ruling', () => {
  beforeEach(() => releaseReport(cast.secretariat, { slug }))

  test('adopts a paragraph once', async () => {
    await rule('agenda', 'leftPending')
    await completeAll(cast)
    await rule('agenda')
    expect((await paragraph('agenda')).standing).toBe('adopted')
    await expect(rule('agenda')).rejects.toMatchObject({ key: 'reportParagraphAdopted' })
  })

  test('of two at one instant holds once', async () => {
    await completeAll(cast)
    const both = await Promise.allSettled([rule('agenda'), rule('agenda')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(
      await db.reportRuling.count({
        where: { key: 'agenda', report: { sessionId: cast.session.id } },
      }),
    ).toBe(1)
  })

  test('waits for open placeholders, but for those that the Secretariat completes', async () => {
    await expect(rule('attendance')).rejects.toMatchObject({ key: 'reportParagraphOpen' })
    await completeGap(cast.secretariat, { slug, key: 'attendance', completes: 'yes' })
    await rule('attendance')
    await expect(
      completeGap(cast.rapporteur, { slug, key: 'documents', completes: 'yes' }),
    ).rejects.toMatchObject({ key: 'secretariatOnly' })
  })

  test('as orally amended prints the amended text, and is asked again when the facts change', async () => {
    await rule('attendance', 'adoptedAsAmended', 'The meeting was well attended.')
    expect(await paragraph('attendance')).toMatchObject({
      standing: 'adoptedAsAmended',
      text: 'The meeting was well attended.',
      open: [],
    })
    await db.attendanceCount.create({
      data: { sessionId: cast.session.id, kind: 'memberState', count: 12, provisional: false },
    })
    expect(await paragraph('attendance')).toMatchObject({
      standing: 'changed',
      text: 'The meeting was attended by representatives of 12 Member States.',
    })
  })

  test('is refused on another text, on the summary of the Chair, and to others', async () => {
    const ruling = { slug, key: 'agenda', kind: 'leftPending' as const, body: '', text: '' }
    const readHash = sha256('Something else')
    await expect(ruleOnParagraph(cast.chair, { ...ruling, readHash })).rejects.toMatchObject({
      key: 'reportTextMoved',
    })
    await expect(rule('summary')).rejects.toMatchObject({ key: 'reportNotAsked' })
    await expect(ruleOnParagraph(cast.rapporteur, { ...ruling, readHash })).rejects.toMatchObject({
      key: 'presidingOnly',
    })
    await expect(
      rule('agenda', 'adoptedAsAmended', (await paragraph('agenda')).text),
    ).rejects.toMatchObject({ key: 'reportSameText' })
  })
})

describe('the adoption of the whole', () => {
  beforeEach(() => releaseReport(cast.secretariat, { slug }))

  test('waits for each paragraph and each placeholder', async () => {
    await expect(adoptWhole(cast)).rejects.toMatchObject({ key: 'reportPending' })
    for (const { key, open } of asked(await paragraphs()))
      if (open.length > 0) await rule(key, 'adoptedAsAmended', 'It was so.')
      else await rule(key)
    await expect(adoptWhole(cast)).rejects.toMatchObject({ key: 'reportOpen' })
    await completeAll(cast)
    await adoptWhole(cast)
    expect((await readReport(cast.session.id)).adoptedAt).not.toBeNull()
  })

  test('keeps the text with its hash, enters the decision, and gives the symbol', async () => {
    await completeAll(cast)
    await ruleAll(cast)
    await adoptWhole(cast)
    const report = await readReport(cast.session.id)
    expect(report.symbol).toMatch(/\/2020\/\d+$/)
    expect(paragraphsIn(report.sections).at(-1)!.text).toBe(
      'At its 3rd meeting, on 29 July 2020, the Expert Group adopted this report.',
    )
    await db.attendanceCount.create({
      data: { sessionId: cast.session.id, kind: 'memberState', count: 12 },
    })
    expect(await readReport(cast.session.id)).toEqual(report)
    const entry = (await cast.recorded()).find(({ event }) => event === 'report.adoptedWhole')
    expect(entry).toMatchObject({ textHash: report.textHash })
    const decisions = await db.sessionDecision.findMany({
      where: { sessionId: cast.session.id, step: 'reportAdopted' },
    })
    expect(decisions).toHaveLength(1)
    const session = (await findSession(slug))!
    expect(String((await reportFile({ report, session }, 'akn')).body)).toContain('<FRBRalias')
  })

  test('happens once, also where two declare it at one instant', async () => {
    await completeAll(cast)
    await ruleAll(cast)
    const both = await Promise.allSettled([adoptWhole(cast), adoptWhole(cast)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(adoptWhole(cast)).rejects.toMatchObject({ key: 'reportAdopted' })
    await expect(
      writeParagraph(cast.rapporteur, {
        slug,
        section: 'introduction',
        language: 'en',
        body: '',
        text: 'More.',
      }),
    ).rejects.toMatchObject({ key: 'reportAdopted' })
  })

  test('is refused on what was read before, at an unknown meeting, and to who does not preside', async () => {
    await completeAll(cast)
    await ruleAll(cast)
    const { version } = await readReport(cast.session.id)
    const input = { slug, meeting: 3, version }
    await expect(adoptReport(cast.chair, { ...input, version: 1 })).rejects.toMatchObject({
      key: 'reportMoved',
    })
    await expect(adoptReport(cast.chair, { ...input, meeting: 9 })).rejects.toMatchObject({
      key: 'meetingChoose',
    })
    await expect(adoptReport(cast.secretariat, input)).rejects.toMatchObject({
      key: 'presidingOnly',
    })
  })
})
