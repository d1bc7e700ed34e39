import { beforeEach, describe, expect, test } from 'vitest'
import { createHash } from 'node:crypto'
import { db } from '@/lib/db/client'
import { type SignedIn, visitor } from '@/lib/delegations/actor'
import { listFront } from '@/lib/desk/front-queries'
import { issueDocument } from '@/lib/documents/commands'
import { publicDocuments } from '@/lib/documents/public'
import { getDocument, getFile, listDocuments } from '@/lib/documents/queries'
import { fillPlace } from '@/lib/report/adopted/commands'
import { publicReport, storedReport } from '@/lib/report/adopted/public'
import { wholeText, readKept } from '@/lib/report/adoption/kept'
import {
  discardReportCorrigendum,
  proposeReportCorrigendum,
  releaseReportCorrigendum,
} from '@/lib/report/corrigenda/commands'
import { presentText } from '@/lib/report/corrigenda/corrigendum'
import { listReportCorrigendaToRelease, listReportProposals } from '@/lib/report/corrigenda/queries'
import { releaseReport } from '@/lib/report/commands'
import { reportFormats } from '@/lib/report/outputs/formats'
import { readReport } from '@/lib/report/queries'
import { paragraphsIn } from '@/lib/report/view'
import { sha256 } from '@/lib/record/record'
import { findSession } from '@/lib/sessions/queries'
import { faultsOf } from '@/tests/support/akoma-ntoso/validate'
import { openedSession } from '@/tests/support/opened-session'
import { adoptWhole, completeAll, reporting, ruleAll } from '@/tests/support/reporting'
import { scenario, type Scenario } from '@/tests/support/scenario'

let cast: Scenario
let slug: string

beforeEach(async () => {
  cast = await scenario()
  slug = cast.session.slug
  await openedSession(cast)
  await releaseReport(cast.secretariat, { slug })
})

const { paragraphs } = reporting(() => cast)
const adoptWith = async (amend: readonly string[] = []) => {
  await completeAll(cast)
  await ruleAll(cast, amend)
  await adoptWhole(cast)
  return readReport(cast.session.id)
}
/** Every place closed by an amendment: none is left to the Secretariat. */
const adoptComplete = async () => {
  const open = (await paragraphs()).filter((paragraph) => paragraph.open.length > 0)
  return adoptWith(open.map(({ key }) => key))
}
const fill = (key: string, text = 'twelve Member States') =>
  fillPlace(cast.secretariat, { slug, key, text })
const openKeys = async () => [
  ...new Set((await paragraphs()).flatMap(({ open }) => open.map(({ key }) => key))),
]
const body = async (format: (typeof reportFormats)[number]) =>
  (await publicReport(slug, format)).body

describe('a report without open places', () => {
  test('is stored in five forms with their hashes at its adoption, and read by everybody', async () => {
    const before = await findSession(slug)
    await expect(publicReport(slug, 'html')).rejects.toMatchObject({ key: 'notFound' })
    await completeAll(cast)
    const report = await adoptComplete()
    // The Chair's summary is not put to adoption: its places are completed by the Secretariat.
    for (const key of await openKeys()) await fill(key)
    const document = await getDocument(visitor, cast.session, report.symbol)
    expect(document.files.map(({ form }) => form)).toEqual(['docx', 'html', 'json', 'pdf', 'xml'])
    for (const { form, hash } of document.files) {
      const file = await getFile(visitor, cast.session, {
        symbol: report.symbol,
        language: 'en',
        form,
      })
      expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(hash)
      if (form === 'json')
        expect(JSON.parse(Buffer.from(file.bytes).toString())).toMatchObject({
          symbol: report.symbol,
          sha256: report.textHash,
        })
      if (form === 'xml') expect(faultsOf(Buffer.from(file.bytes).toString())).toEqual([])
    }
    // Later changes do not alter the stored bytes.
    const pdf = await body('pdf')
    await db.session.update({ where: { id: cast.session.id }, data: { place: 'Elsewhere' } })
    const now = { report: await readReport(cast.session.id), session: (await findSession(slug))! }
    expect(Buffer.from((await storedReport(now, 'pdf')).body)).toEqual(pdf)
    expect(before!.id).toBe(cast.session.id)
  })
})

describe('a place that the Secretariat completes', () => {
  test('is completed after adoption: the adopted text stays, the report is issued with the last', async () => {
    const adopted = await adoptWith()
    const keys = await openKeys()
    expect(keys).toContain('attendance')
    await expect(publicReport(slug, 'html')).rejects.toMatchObject({ key: 'notFound' })
    expect((await listDocuments(visitor, cast.session)).map(({ kind }) => kind)).not.toContain(
      'report',
    )
    expect(await fill('attendance', 'States and others')).toEqual({ isIssued: keys.length === 1 })
    const [attendance] = paragraphsIn((await readReport(cast.session.id)).sections).filter(
      ({ key }) => key === 'attendance',
    )
    expect(attendance!.text).toContain('States and others')
    expect(attendance!.open.map(({ key }) => key)).not.toContain('attendance')
    const rest = await openKeys()
    for (const key of rest) await fill(key)
    const issued = await readReport(cast.session.id)
    expect([issued.isIssued, issued.textHash]).toEqual([true, adopted.textHash])
    const row = await db.report.findUniqueOrThrow({ where: { sessionId: cast.session.id } })
    expect(sha256(wholeText(readKept(row.content)))).toBe(adopted.textHash)
    expect(String(await body('html'))).toContain('Completed by the Secretariat after adoption')
    expect(JSON.parse(String(await body('json'))).paragraphs.flatMap(completed)).toContainEqual(
      expect.objectContaining({ text: 'States and others', printed: '[...]' }),
    )
    expect(faultsOf(String(await body('akn')))).toEqual([])
    expect(await publicDocuments(slug)).toContain(`/public/${slug}/report`)
    expect((await listFront()).find((session) => session.slug === slug)).toMatchObject({
      report: adopted.symbol,
    })
    expect((await cast.recorded()).map(({ event }) => event)).toContain('report.placeFilled')
  })

  test('is completed once, by the Secretariat, and never before the adoption', async () => {
    await expect(fill('attendance')).rejects.toMatchObject({ key: 'reportNotAdopted' })
    await adoptWith()
    await fill('attendance')
    await fill('attendance')
    await expect(fill('attendance', 'Others')).rejects.toMatchObject({ key: 'reportPlaceFilled' })
    await expect(fill('nothing')).rejects.toMatchObject({ key: 'notFound' })
    await expect(
      fillPlace(cast.rapporteur, { slug, key: 'documents', text: 'None' }),
    ).rejects.toMatchObject({ key: 'secretariatOnly' })
    const { id } = await db.document.findFirstOrThrow({
      where: { sessionId: cast.session.id, kind: 'report' },
    })
    await expect(issueDocument(cast.secretariat, { id })).rejects.toMatchObject({
      key: 'documentOfReport',
    })
  })

  test('closes the report for two at one instant once', async () => {
    await adoptWith()
    const [last, ...otherKeys] = await openKeys()
    for (const key of otherKeys) await fill(key)
    const both = await Promise.allSettled([fill(last!), fill(last!)])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(
      await db.documentFile.count({
        where: { document: { sessionId: cast.session.id, kind: 'report' } },
      }),
    ).toBe(reportFormats.length)
  })
})

describe('a corrigendum of the issued report', () => {
  const key = 'opening'
  const text = 'The session was opened by the Chair.'
  /** The SHA-256 of the paragraph's present text: the form sends it with a corrigendum. */
  const overNow = async () => sha256(presentText(key, await readReport(cast.session.id)) ?? '')
  const propose = async (actor = cast.secretariat, words = text, reason = 'A slip.') =>
    proposeReportCorrigendum(actor, { slug, key, over: await overNow(), text: words, reason })
  const waiting = async () => (await listReportProposals(cast.chair, cast.session))[0]!
  /** The distinct addresses of all people with a place or an office at the session. */
  const concerned = async (): Promise<string[]> => {
    const here = { sessionId: cast.session.id }
    const people = await db.person.findMany({
      where: {
        OR: [
          { places: { some: { endedAt: null, delegation: here } } },
          { offices: { some: { endedAt: null, OR: [here, { sessionId: null }] } } },
        ],
      },
    })
    return people.map(({ email }) => email)
  }
  const issue = async () => {
    await adoptWith()
    for (const place of await openKeys()) await fill(place)
  }

  test('is proposed by one, released by another, under the next number and its own symbol', async () => {
    await completeAll(cast)
    await expect(propose()).rejects.toMatchObject({ key: 'reportNotAdopted' })
    await issue()
    await expect(propose(cast.rapporteur)).rejects.toMatchObject({ key: 'secretariatOnly' })
    const over = await overNow()
    await propose()
    await propose()
    await expect(propose(cast.secretariat, 'Another text.')).rejects.toMatchObject({
      key: 'reportCorrigendumWaits',
    })
    const { id } = await waiting()
    expect(await listReportProposals(cast.arvenia.head, cast.session)).toEqual([])
    expect(String(await body('html'))).not.toContain(text)
    await expect(releaseReportCorrigendum(cast.secretariat, { slug, id })).rejects.toMatchObject({
      key: 'corrigendumByAnother',
    })
    // It stands on the desk of whoever may release it, and of nobody else.
    const toRelease = (actor: SignedIn) => listReportCorrigendaToRelease(actor)
    expect(await toRelease(cast.chair)).toMatchObject([{ sessionId: cast.session.id, key }])
    for (const actor of [cast.secretariat, cast.rapporteur, cast.arvenia.head])
      expect(await toRelease(actor)).toEqual([])
    const before = await readReport(cast.session.id)
    const symbol = await releaseReportCorrigendum(cast.chair, { slug, id })
    expect(await toRelease(cast.chair)).toEqual([])
    expect(symbol).toBe(`${before.symbol}/Corr.1`)
    const letters = await db.mail.findMany({ where: { subject: { contains: symbol } } })
    expect(letters.map(({ recipient }) => recipient).toSorted()).toEqual(
      (await concerned()).toSorted(),
    )
    const { number } = paragraphsIn(before.sections).find((paragraph) => paragraph.key === key)!
    for (const { text: letter } of letters) {
      expect(letter).toContain(`It corrects paragraph ${number}. Reason: A slip.`)
      expect(letter).toContain(`${slug}/report#paragraph-${number}`)
    }
    await expect(releaseReportCorrigendum(cast.chair, { slug, id })).rejects.toMatchObject({
      key: 'corrigendumDecided',
    })
    expect(await db.mail.count({ where: { subject: { contains: symbol } } })).toBe(letters.length)
    const after = await readReport(cast.session.id)
    expect(after.corrigenda).toMatchObject([{ symbol, number: 1, key, text, reason: 'A slip.' }])
    expect([after.symbol, after.sections, after.textHash]).toEqual([
      before.symbol,
      before.sections,
      before.textHash,
    ])
    const document = await getDocument(visitor, cast.session, symbol)
    expect([document.follows, document.files.map(({ form }) => form)]).toEqual([
      before.symbol,
      ['docx', 'pdf'],
    ])
    expect(String(await body('html'))).toContain(text)
    await expect(propose()).rejects.toMatchObject({ key: 'reportCorrigendumEqual' })
    // A page that was read before the release would take the corrected words back.
    const other = { text: 'The Chair opened the session.', reason: 'A slip.' }
    await expect(
      proposeReportCorrigendum(cast.secretariat, { slug, key, over, ...other }),
    ).rejects.toMatchObject({ key: 'reportCorrigendumOver' })
    await propose(cast.secretariat, other.text)
    const second = await waiting()
    expect(await releaseReportCorrigendum(cast.chair, { slug, id: second.id })).toBe(
      `${before.symbol}/Corr.2`,
    )
  })

  test('is decided once, also by two at one instant', async () => {
    await issue()
    await propose()
    const { id } = await waiting()
    const both = await Promise.allSettled([
      releaseReportCorrigendum(cast.chair, { slug, id }),
      discardReportCorrigendum(cast.secretariat, { slug, id }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(discardReportCorrigendum(cast.chair, { slug, id })).rejects.toMatchObject({
      key: 'corrigendumDecided',
    })
  })
})

const completed = (paragraph: { completed: unknown[] }) => paragraph.completed
