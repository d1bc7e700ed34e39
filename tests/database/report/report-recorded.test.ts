import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { sha256 } from '@/lib/record/record'
import { ruleOnParagraph } from '@/lib/report/adoption/commands'
import { fillPlace } from '@/lib/report/adopted/commands'
import { completeGap, placeList, releaseReport } from '@/lib/report/commands'
import {
  discardReportCorrigendum,
  proposeReportCorrigendum,
  releaseReportCorrigendum,
} from '@/lib/report/corrigenda/commands'
import { presentText } from '@/lib/report/corrigenda/corrigendum'
import { leaveOutParagraph, putBackParagraph } from '@/lib/report/omissions/commands'
import { issueAddendum } from '@/lib/report/parts/commands'
import { paragraphsIn } from '@/lib/report/view'
import { removeParagraph, writeParagraph } from '@/lib/report/writing/commands'
import { openedSession } from '@/tests/support/opened-session'
import { expectRecorded } from '@/tests/support/recorded'
import { adoptWhole, completeAll, reporting, ruleAll } from '@/tests/support/reporting'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let slug: string
beforeEach(async () => {
  cast = await scenario()
  slug = cast.session.slug
  await openedSession(cast)
})

const { report, paragraphs } = reporting(() => cast)
const idOfReport = async () =>
  (await db.report.findUniqueOrThrow({ where: { sessionId: cast.session.id } })).id

describe('each act on a report is in the record once', () => {
  test('while it is written', async () => {
    const { rapporteur, secretariat } = cast
    const written = { slug, section: 'introduction', language: 'en', body: '', text: 'Thanks.' }
    await writeParagraph(rapporteur, { ...written, language: 'en' })
    const id = await idOfReport()
    const free = (await paragraphs()).find(({ key }) => key.startsWith('free:'))!
    const paragraphId = free.key.slice('free:'.length)
    const removes = () => removeParagraph(rapporteur, { slug, paragraphId })
    await expectRecorded(removes, ['report.paragraphRemoved', paragraphId])
    await expectRecorded(() => expect(removes()).rejects.toMatchObject({ reason: 'not-found' }))
    const left = { slug, key: 'participants', reason: 'No list was made.' }
    await leaveOutParagraph(rapporteur, left)
    const putsBack = () => putBackParagraph(secretariat, { slug, key: 'participants' })
    await expectRecorded(putsBack, ['report.paragraphPutBack', id])
    await expectRecorded(() => expect(putsBack()).rejects.toMatchObject({ reason: 'not-found' }))
    const { key } = (await report()).hindrances.open[0]!
    for (const [act, event] of [
      [() => completeGap(secretariat, { slug, key, completes: 'yes' }), 'report.gapLeft'],
      [() => completeGap(secretariat, { slug, key, completes: 'no' }), 'report.gapTaken'],
      [() => placeList(rapporteur, { slug, inReport: 'yes' }), 'report.listIncluded'],
      [() => placeList(rapporteur, { slug, inReport: 'no' }), 'report.listLeftOut'],
    ] as const) {
      await expectRecorded(act, [event, id])
      const { version } = await report()
      await expectRecorded(act)
      expect((await report()).version).toBe(version)
    }
  })

  test('from its release to its rulings', async () => {
    const { chair, secretariat } = cast
    const [first] = (await report()).sections.filter(({ level }) => level === 1)
    const releases = () => releaseReport(secretariat, { slug, sections: [first!.key] })
    const symbol = expect.stringMatching(/\/2020\/L\.1$/)
    await expectRecorded(
      releases,
      ['document.issued', expect.any(String), { symbol }],
      ['report.released', expect.any(String), { symbol }],
    )
    await expectRecorded(() => expect(releases()).rejects.toMatchObject({ key: 'reportReleased' }))
    const id = await idOfReport()
    await expectRecorded(
      () => issueAddendum(secretariat, { slug }),
      ['report.addendumIssued', id, { symbol: expect.stringMatching(/\/2020\/L\.1\/Add\.1$/) }],
    )
    await expectRecorded(() => expect(issueAddendum(secretariat, { slug })).rejects.toThrow())
    await completeAll(cast)
    const { key, text, number } = (await paragraphs()).find(
      ({ standing }) => standing === 'pending',
    )!
    const rules = async (kind: 'adopted' | 'adoptedAsAmended' | 'leftPending', words = '') =>
      ruleOnParagraph(chair, { slug, key, kind, readHash: sha256(text), body: '', text: words })
    const data = { paragraph: number }
    await expectRecorded(() => rules('leftPending'), ['report.leftPending', id, data])
    await expectRecorded(() => rules('adopted'), ['report.adopted', id, data])
    await expectRecorded(() => expect(rules('adopted')).rejects.toThrow())
    await expectRecorded(
      () => rules('adoptedAsAmended', 'It was so.'),
      ['report.adoptedAsAmended', id, data],
    )
  })

  test('on corrigenda to it', async () => {
    const { chair, secretariat } = cast
    await releaseReport(secretariat, { slug })
    await completeAll(cast)
    await ruleAll(cast)
    await adoptWhole(cast)
    for (const { key } of new Set((await paragraphs()).flatMap(({ open }) => open)))
      await fillPlace(secretariat, { slug, key, text: 'twelve Member States' })
    const view = await report()
    expect(view.isIssued).toBe(true)
    const id = await idOfReport()
    const { key, number } = paragraphsIn(view.sections)[0]!
    const over = sha256(presentText(key, view)!)
    const proposes = (text: string) =>
      proposeReportCorrigendum(secretariat, { slug, key, over, text, reason: 'A slip.' })
    const proposed = ['report.corrigendumProposed', id, { paragraph: number }] as const
    const waiting = async () =>
      (
        await db.reportCorrigendum.findFirstOrThrow({
          where: { reportId: id, releasedAt: null, discardedAt: null },
        })
      ).id
    await expectRecorded(() => proposes('Other words.'), [...proposed])
    await expectRecorded(() => proposes('Other words.'))
    const discarded = await waiting()
    const discards = () => discardReportCorrigendum(chair, { slug, id: discarded })
    await expectRecorded(discards, ['report.corrigendumDiscarded', id])
    await expectRecorded(() =>
      expect(discards()).rejects.toMatchObject({ key: 'corrigendumDecided' }),
    )
    await proposes('Better words.')
    const released = await waiting()
    const releases = () => releaseReportCorrigendum(chair, { slug, id: released })
    await expectRecorded(releases, [
      'report.corrected',
      id,
      { symbol: expect.stringMatching(/\/Corr\.1$/) },
    ])
    await expectRecorded(() =>
      expect(releases()).rejects.toMatchObject({ key: 'corrigendumDecided' }),
    )
  })
})
