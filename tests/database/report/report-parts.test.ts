import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { releaseReport } from '@/lib/report/commands'
import { leaveOutParagraph } from '@/lib/report/omissions/commands'
import { isOptional } from '@/lib/report/omissions/rule'
import { issueAddendum } from '@/lib/report/parts/commands'
import { documentsOf, placeIn } from '@/lib/report/parts/parts'
import { ReleaseReport } from '@/lib/report/schema'
import { paragraphsIn } from '@/lib/report/view'
import { reviseParagraph, writeParagraph } from '@/lib/report/writing/commands'
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

const { report, rule } = reporting(() => cast)
const mains = async () =>
  (await report()).sections.filter(({ level }) => level === 1).map(({ key }) => key)
const paragraphIn = (section: string, text: string) => ({
  slug,
  section,
  language: 'en' as const,
  body: '',
  text,
})
const filesOf = async (symbol: string) => {
  const { files } = await db.document.findUniqueOrThrow({
    where: { symbol },
    include: { files: { select: { name: true } } },
  })
  return files.map(({ name }) => name.replace(/^.*\./, '')).toSorted()
}

describe('the draft report', () => {
  test('is issued as L.1 and addenda; each paragraph says where it stands', async () => {
    const [first, ...laterSections] = await mains()
    await releaseReport(cast.secretariat, { slug, sections: [first!] })
    const released = await report()
    expect(documentsOf(released.parts)).toEqual([expect.stringMatching(/\/2020\/L\.1$/)])
    expect(released.parts.slice(1).map(({ symbol }) => symbol)).toEqual(
      laterSections.map(() => null),
    )

    const symbol = await issueAddendum(cast.rapporteur, { slug, sections: [laterSections[0]!] })
    expect(symbol).toMatch(/\/2020\/L\.1\/Add\.1$/)
    expect(await filesOf(symbol)).toEqual(['docx', 'pdf'])
    const rest = await issueAddendum(cast.secretariat, { slug })
    expect(rest).toMatch(/\/2020\/L\.1\/Add\.2$/)
    const { parts, sections } = await report()
    expect(documentsOf(parts)).toHaveLength(3)
    const inAddendum = paragraphsIn(
      sections.filter(({ key }) => parts[1]!.sections.includes(key)),
    )[0]!
    expect(placeIn(parts, inAddendum.key)).toEqual([`in ${symbol}`])
  })

  test('tells what changed, was added or left out since its document was issued', async () => {
    const section = (await mains()).at(-1)!
    await writeParagraph(cast.rapporteur, paragraphIn(section, 'Before.'))
    await releaseReport(cast.secretariat, { slug })
    const symbol = (await report()).symbol
    const before = paragraphsIn((await report()).sections)
    const written = before.findIndex(({ key }) => key.startsWith('free:'))
    const omitted = before.findIndex((paragraph, index) => index < written && isOptional(paragraph))
    const { key } = before[omitted]!
    await leaveOutParagraph(cast.rapporteur, { slug, key, reason: 'It is said elsewhere.' })
    const free = before[written]!
    await reviseParagraph(cast.rapporteur, {
      slug,
      paragraphId: free.key.slice('free:'.length),
      language: 'en',
      body: '',
      text: 'After.',
      baseNumber: 1,
      originalNumber: 1,
    })
    await writeParagraph(cast.rapporteur, paragraphIn(section, 'New.'))

    const { parts, sections } = await report()
    expect(parts.flatMap(({ gone }) => gone)).toEqual([before[omitted]!.number])
    const next = before[omitted + 1]!
    expect(placeIn(parts, before[0]!.key)).toEqual([`in ${symbol}`])
    expect(placeIn(parts, next.key)).toEqual([`in ${symbol} as paragraph ${next.number}`])
    expect(placeIn(parts, free.key)).toEqual([
      `in ${symbol} as paragraph ${free.number}`,
      'changed since that document was issued',
    ])
    const added = paragraphsIn(sections).findLast((paragraph) => paragraph.key.startsWith('free:'))!
    expect(placeIn(parts, added.key)).toEqual([`added since ${symbol} was issued`])
  })

  test('holds each section in one document, which nobody else issues and no act changes', async () => {
    const [first, second] = await mains()
    await releaseReport(cast.secretariat, { slug, sections: [first!] })
    const again = { slug, sections: [first!] }
    await expect(issueAddendum(cast.rapporteur, again)).rejects.toMatchObject({
      key: 'reportPartTwice',
    })
    await expect(issueAddendum(cast.rapporteur, { slug, sections: ['no'] })).rejects.toMatchObject({
      key: 'notFound',
    })
    await expect(issueAddendum(cast.arvenia.head, { slug })).rejects.toMatchObject({
      key: 'reportByRapporteur',
    })
    const addendum = { slug, sections: [second!] }
    const both = await Promise.allSettled([
      issueAddendum(cast.rapporteur, addendum),
      issueAddendum(cast.secretariat, addendum),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('is ruled on and adopted out of documents alone, which the record names', async () => {
    const [first] = await mains()
    await releaseReport(cast.secretariat, { slug, sections: [first!] })
    await completeAll(cast)
    const { parts, sections } = await report()
    const asked = paragraphsIn(sections).filter(({ standing }) => standing !== 'notAsked')
    const outside = asked.find(
      ({ key }) => !parts[0]!.paragraphs.some((paragraph) => paragraph.key === key),
    )!
    await expect(rule(outside.key)).rejects.toMatchObject({ key: 'reportNotInDocument' })
    await issueAddendum(cast.secretariat, { slug })
    await ruleAll(cast)
    await adoptWhole(cast)
    const entry = (await cast.recorded()).find(({ event }) => event === 'report.draftsAdopted')
    expect(entry?.data).toMatchObject({ documents: documentsOf((await report()).parts).join(', ') })
    await expect(issueAddendum(cast.secretariat, { slug })).rejects.toMatchObject({
      key: 'reportAdopted',
    })
  })
})

test('a form in which no section is ticked is refused, not read as all of them', () => {
  expect(ReleaseReport.safeParse({ slug: 'a', sections: [''] }).success).toBe(false)
  expect(ReleaseReport.parse({ slug: 'a', sections: ['', 'introduction'] }).sections).toEqual([
    'introduction',
  ])
})
