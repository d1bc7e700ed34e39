import { beforeEach, describe, expect, test } from 'vitest'
import { fillPlace } from '@/lib/report/adopted/commands'
import { completeGap, releaseReport } from '@/lib/report/commands'
import { reportFile } from '@/lib/report/outputs/files'
import { reviseParagraph, writeParagraph } from '@/lib/report/writing/commands'
import { findSession } from '@/lib/sessions/queries'
import { toDocument } from '@/lib/text/document/document'
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

const { report, free, paragraph, rule } = reporting(() => cast)
const write = (wording: { body?: string; text?: string }) =>
  writeParagraph(cast.rapporteur, {
    slug,
    section: 'introduction',
    language: 'en',
    body: '',
    text: '',
    ...wording,
  })

describe('a place that a written paragraph leaves open', () => {
  test('is counted, listed and closed like one of the composed text', async () => {
    const before = (await report()).hindrances.open.length
    const marked = toDocument([
      [{ text: 'The host, ' }, { text: 'name', bracket: 'placeholder' }, { text: ', met […].' }],
    ])
    await write({ body: JSON.stringify(marked) })
    const { hindrances } = await report()
    expect(hindrances.open).toHaveLength(before + 2)
    const { key, open } = await free()
    expect(open.map(({ printed, form, state }) => [printed, form, state])).toEqual([
      ['[name]', 'writing', 'partly'],
      ['[…]', 'writing', 'unknown'],
    ])
    await expect(rule(key)).rejects.toMatchObject({ key: 'reportParagraphOpen' })
    await reviseParagraph(cast.rapporteur, {
      slug,
      paragraphId: key.slice('free:'.length),
      language: 'en',
      baseNumber: 1,
      originalNumber: 1,
      body: '',
      text: 'The host met all.',
    })
    expect((await report()).hindrances.open).toHaveLength(before)
    await rule(key)
  })

  test('keeps the whole from adoption, and opens anew with another wording', async () => {
    await completeAll(cast)
    await write({ text: 'The host met [...] States.' })
    const { key, open } = await free()
    await completeGap(cast.secretariat, { slug, key: open[0]!.key, completes: 'yes' })
    expect((await report()).hindrances.open).toEqual([])
    await reviseParagraph(cast.rapporteur, {
      slug,
      paragraphId: key.slice('free:'.length),
      language: 'en',
      baseNumber: 1,
      originalNumber: 1,
      body: '',
      text: 'The host met [...] delegations.',
    })
    expect((await report()).hindrances.open).toHaveLength(1)
  })

  test('is completed by the Secretariat after the adoption', async () => {
    await write({ text: 'The host met [...] States on [...] July.' })
    await completeAll(cast)
    await ruleAll(cast)
    await adoptWhole(cast)
    const [first, second] = (await free()).open
    await fillPlace(cast.secretariat, { slug, key: second!.key, text: '28' })
    expect((await free()).text).toBe('The host met [...] States on 28 July.')
    await fillPlace(cast.secretariat, { slug, key: first!.key, text: 'twelve' })
    const filled = await free()
    expect([filled.text, filled.open]).toEqual(['The host met twelve States on 28 July.', []])
    const of = { report: await report(), session: (await findSession(slug))! }
    const file = async (format: 'html' | 'akn' | 'json') =>
      String((await reportFile(of, format)).body)
    expect(await file('html')).toContain('Completed by the Secretariat after adoption')
    expect(await file('json')).toContain('"twelve"')
    expect(faultsOf(await file('akn'))).toEqual([])
  })
})

describe('an oral amendment', () => {
  test('is refused with a new open place, and keeps those that the Secretariat completes', async () => {
    await expect(
      rule('attendance', 'adoptedAsAmended', 'The meeting was attended by [...].'),
    ).rejects.toMatchObject({ key: 'reportParagraphOpen' })
    await completeGap(cast.secretariat, { slug, key: 'attendance', completes: 'yes' })
    await rule('attendance', 'adoptedAsAmended', 'Those who came were [...].')
    expect((await paragraph('attendance')).open.map(({ key }) => key)).toEqual(['attendance'])
    const two = 'Those who came were [...], and [...].'
    await expect(rule('attendance', 'adoptedAsAmended', two)).rejects.toMatchObject({
      key: 'reportParagraphOpen',
    })
  })
})
