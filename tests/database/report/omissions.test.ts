import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { releaseReport } from '@/lib/report/commands'
import { leaveOutParagraph, putBackParagraph } from '@/lib/report/omissions/commands'
import { reportFile } from '@/lib/report/outputs/files'
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
const { report, paragraphs } = reporting(() => cast)
const keys = async () => (await paragraphs()).map(({ key }) => key)
const leave = (key = 'participants', actor = cast.rapporteur, reason = 'No list was made.') =>
  leaveOutParagraph(actor, { slug, key, reason })

test('the Rapporteur leaves a paragraph out with a reason: its gaps hinder no more, and the numbers follow', async () => {
  const before = await report()
  expect(before.hindrances.open.map(({ key }) => key)).toContain('participants')
  await leave()
  const after = await report()
  expect(await keys()).not.toContain('participants')
  const numbers = (await paragraphs()).map(({ number }) => number)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  expect(after.hindrances.open.map(({ key }) => key)).not.toContain('participants')
  expect(after.leftOut).toMatchObject([
    { key: 'participants', heading: 'Attendance', reason: 'No list was made.' },
  ])
  expect(after.leftOut[0]!.text).toContain('list of participants')
  expect(after.version).toBeGreaterThan(before.version)
  const entry = (await cast.recorded()).at(-1)!
  expect(entry.event).toBe('report.paragraphLeftOut')
  expect(entry.data).toEqual({ paragraph: expect.any(Number) })
})

test('the outputs follow', async () => {
  await leave()
  const session = (await findSession(slug))!
  const json = JSON.parse(
    String((await reportFile({ report: await report(), session }, 'json')).body),
  ) as {
    paragraphs: { number: number; text: string }[]
  }
  expect(json.paragraphs.some(({ text }) => text.includes('list of participants'))).toBe(false)
  expect(json.paragraphs.map(({ number }) => number)).toEqual(
    json.paragraphs.map((_, index) => index + 1),
  )
})

test('the Secretariat puts it back, and it can be left out again; both acts are kept', async () => {
  await leave()
  await putBackParagraph(cast.secretariat, { slug, key: 'participants' })
  expect(await keys()).toContain('participants')
  expect((await report()).leftOut).toEqual([])
  await expect(
    putBackParagraph(cast.secretariat, { slug, key: 'participants' }),
  ).rejects.toMatchObject({ reason: 'not-found' })
  await leave()
  await expect(leave()).rejects.toMatchObject({ reason: 'not-found' })
  expect(await db.reportOmission.count()).toBeGreaterThanOrEqual(2)
})

test('nobody else leaves one out, and nobody one that a report needs', async () => {
  for (const actor of [cast.chair, cast.arvenia.head])
    await expect(leave('participants', actor)).rejects.toMatchObject({ key: 'reportByRapporteur' })
  await expect(leave('opening')).rejects.toMatchObject({ key: 'reportParagraphNeeded' })
  await expect(leave('nothing')).rejects.toMatchObject({ reason: 'not-found' })
})

test('what the group adopted is not left out behind its back, and the adopted report stays without', async () => {
  await leave('documents', cast.rapporteur, 'No documents.')
  await releaseReport(cast.secretariat, { slug })
  await completeAll(cast)
  await ruleAll(cast)
  await expect(leave()).rejects.toMatchObject({ key: 'reportLeavesAdopted' })
  await adoptWhole(cast)
  expect(await keys()).not.toContain('documents')
  await expect(putBackParagraph(cast.rapporteur, { slug, key: 'documents' })).rejects.toMatchObject(
    { key: 'reportAdopted' },
  )
  await expect(leave()).rejects.toMatchObject({ key: 'reportAdopted' })
})
