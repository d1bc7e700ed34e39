import { beforeEach, expect, test } from 'vitest'
import { releaseReport } from '@/lib/report/commands'
import { readKept } from '@/lib/report/adoption/kept'
import { reportFile } from '@/lib/report/outputs/files'
import { readReport } from '@/lib/report/queries'
import { paragraphsIn } from '@/lib/report/view'
import { reviseParagraph, writeParagraph } from '@/lib/report/writing/commands'
import { getParagraph } from '@/lib/report/writing/queries'
import { db } from '@/lib/db/client'
import { findSession } from '@/lib/sessions/queries'
import { plainText } from '@/lib/text/document/document'
import type { Locale } from '@/lib/text/locales'
import { faultsOf, ruleFaultsOf } from '@/tests/support/akoma-ntoso/validate'
import { openedSession } from '@/tests/support/opened-session'
import { adoptWhole, completeAll, reporting, ruleAll } from '@/tests/support/reporting'
import { scenario, type Scenario } from '@/tests/support/scenario'

const FRENCH = 'L’hôte a remercié tous les participants.'
const ARABIC = 'شكر المضيف جميع المشاركين.'
const ENGLISH = 'The host thanked all participants.'

let cast: Scenario
let slug: string
beforeEach(async () => {
  cast = await scenario()
  slug = cast.session.slug
  await openedSession(cast)
  const original = { slug, section: 'introduction', language: 'fr' as const, body: '' }
  await writeParagraph(cast.rapporteur, { ...original, text: FRENCH })
})

const { free } = reporting(() => cast)
const revise = async (language: Locale, text: string, numbers: [base: number, original: number]) =>
  reviseParagraph(cast.secretariat, {
    slug,
    paragraphId: (await free()).key.slice('free:'.length),
    language,
    baseNumber: numbers[0],
    originalNumber: numbers[1],
    body: '',
    text,
  })
const file = async (format: 'akn' | 'html' | 'json') => {
  const session = (await findSession(slug))!
  const { body } = await reportFile({ report: await readReport(session.id), session }, format)
  return String(body)
}

test('prints the original in its language until there is an English version, then that one', async () => {
  expect(await free()).toMatchObject({
    text: FRENCH,
    versions: { language: 'fr', original: 'fr', others: [] },
  })
  await revise('ar', ARABIC, [0, 1])
  await revise('en', ENGLISH, [0, 1])
  const { text, versions } = await free()
  expect(text).toBe(ENGLISH)
  expect(versions!.others.map((version) => [version.language, plainText(version.text)])).toEqual([
    ['fr', FRENCH],
    ['ar', ARABIC],
  ])
})

test('numbers the wordings of each language, and says which of the original a version translates', async () => {
  await revise('en', ENGLISH, [0, 1])
  await revise('fr', 'L’hôte a remercié tout le monde.', [1, 1])
  await revise('en', 'The host thanked everybody.', [1, 2])
  const id = (await free()).key.slice('free:'.length)
  const { original, revisions } = await getParagraph(cast.rapporteur, cast.session, id)
  expect(original).toBe('fr')
  expect(
    revisions.map(({ language, number, translates }) => [language, number, translates]),
  ).toEqual([
    ['en', 2, 2],
    ['en', 1, 1],
    ['fr', 2, null],
    ['fr', 1, null],
  ])
})

test('refuses a version of an original that was reworded meanwhile, and an older wording of the version', async () => {
  await revise('fr', 'L’hôte a remercié tout le monde.', [1, 1])
  await expect(revise('en', ENGLISH, [0, 1])).rejects.toMatchObject({ key: 'reportParagraphMoved' })
  await revise('en', ENGLISH, [0, 2])
  await expect(revise('en', 'Other words.', [0, 2])).rejects.toMatchObject({
    key: 'reportParagraphMoved',
  })
  await revise('fr', FRENCH, [2, 2])
  expect((await free()).versions!.others).toMatchObject([{ language: 'fr', isCurrent: true }])
})

test('every file says which version is the original, and sets another language in its direction', async () => {
  await revise('en', ENGLISH, [0, 1])
  const about = { slug, section: 'introduction', language: 'ar' as const, body: '' }
  await writeParagraph(cast.rapporteur, { ...about, text: ARABIC })
  const page = await file('html')
  expect(page).toContain('Original: French.')
  expect(page).toContain('Original: Arabic. There is no English version.')
  expect(page).toMatch(/lang="ar" dir="rtl"[^>]*>.*شكر المضيف/s)
  const akn = await file('akn')
  expect([...faultsOf(akn), ...ruleFaultsOf(akn)]).toEqual([])
  expect(akn).toContain('<p xml:lang="ar">')
  expect(akn).toContain('<p>Original: French.</p></authorialNote>')
  const { paragraphs } = JSON.parse(await file('json')) as {
    paragraphs: { text: string }[]
  }
  expect(paragraphs.find(({ text }) => text === ENGLISH)).toMatchObject({
    language: 'en',
    originalLanguage: 'fr',
    versions: [{ language: 'fr', text: FRENCH, isCurrent: true }],
  })
})

test('is adopted with its versions; an oral amendment leaves the others out', async () => {
  await revise('en', ENGLISH, [0, 1])
  await releaseReport(cast.secretariat, { slug })
  const { key } = await free()
  await completeAll(cast)
  await ruleAll(cast)
  await adoptWhole(cast)
  const { content } = await db.report.findUniqueOrThrow({ where: { sessionId: cast.session.id } })
  const kept = paragraphsIn(readKept(content)).find((paragraph) => paragraph.key === key)!
  expect(kept.versions).toMatchObject({
    language: 'en',
    original: 'fr',
    others: [{ language: 'fr' }],
  })

  const otherCast = await scenario()
  await openedSession(otherCast)
  const written = { slug: otherCast.session.slug, section: 'introduction', language: 'fr' as const }
  await writeParagraph(otherCast.rapporteur, { ...written, body: '', text: FRENCH })
  await releaseReport(otherCast.secretariat, { slug: otherCast.session.slug })
  const first = paragraphsIn((await readReport(otherCast.session.id)).sections).find((paragraph) =>
    paragraph.key.startsWith('free:'),
  )!
  await completeAll(otherCast)
  await ruleAll(otherCast, [first.key])
  const { sections } = await readReport(otherCast.session.id)
  expect(paragraphsIn(sections).find((paragraph) => paragraph.key === first.key)).toMatchObject({
    text: 'It was so.',
    versions: { language: 'fr', original: 'fr', others: [] },
  })
})
