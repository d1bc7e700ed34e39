import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { breakSilence, enterBreak, remark, withdrawBreak } from '@/lib/silence/commands'
import {
  decideSilence,
  declareResult,
  extendSilence,
  noteSilence,
  resumeSilence,
} from '@/lib/silence/conduct/conducting'
import { openSilence } from '@/lib/silence/conduct/opening'
import { addAnnex, discardSilence, removeAnnex, writeText } from '@/lib/silence/conduct/preparing'
import { pdf } from '@/tests/support/files'
import { expectRecorded } from '@/tests/support/recorded'
import { ages, breakWords, type Silent, silent } from '@/tests/support/silent'

let cast: Silent
beforeEach(async () => {
  cast = await silent()
})

const MINUTE = 60_000
const HOUR = 3_600_000
const later = async (hours: number) => new Date((await cast.now()).getTime() + hours * HOUR)

describe('each act on a question under silence is in the record once', () => {
  it('until it is opened or discarded', async () => {
    const { secretariat } = cast
    let id = ''
    await expectRecorded(
      async () => ({ id } = await cast.prepares()),
      ['silence.prepared', expect.any(String), { number: 1 }],
    )
    const changed = ['silence.changed', id, { number: 1 }] as const
    const text = { id, version: 1, language: 'fr' as const, text: 'Un texte.' }
    await expectRecorded(() => writeText(secretariat, text), [...changed])
    await expectRecorded(() =>
      expect(writeText(secretariat, text)).rejects.toMatchObject({ key: 'silenceChanged' }),
    )
    await expectRecorded(() => writeText(secretariat, { ...text, version: 2 }))
    const file = { name: 'annex.pdf', form: 'pdf' as const, bytes: pdf('annex') }
    const annex = { id, version: 2, language: 'en' as const, file }
    await expectRecorded(() => addAnnex(secretariat, annex), [...changed])
    const { id: annexId } = await db.silenceAnnex.findFirstOrThrow({ where: { silenceId: id } })
    await expectRecorded(() => addAnnex(secretariat, { ...annex, version: 3 }))
    await expectRecorded(() => removeAnnex(secretariat, { id, version: 3, annexId }), [...changed])
    await expectRecorded(() => removeAnnex(secretariat, { id, version: 4, annexId }))
    const discards = () => discardSilence(secretariat, { id })
    await expectRecorded(discards, ['silence.discarded', id, { number: 1 }])
    await expectRecorded(() =>
      expect(discards()).rejects.toMatchObject({ key: 'silenceDiscarded' }),
    )
    const { id: second, number } = await cast.prepares()
    const openUntil = await later(2)
    await expectRecorded(
      () =>
        openSilence(secretariat, { id: second, version: 1, openUntil, unreachedConfirmed: true }),
      [
        'silence.opened',
        second,
        expect.objectContaining({ number, until: openUntil.toISOString() }),
      ],
    )
  })

  it('while it is broken, resumed and remarked', async () => {
    const { arvenia, belmara, chair, secretariat } = cast
    const { id: silenceId, number } = await cast.opens(100 * HOUR)
    const openUntil = await later(150)
    const longer = { id: silenceId, openUntil, reason: 'On request.' }
    await expectRecorded(
      () => extendSilence(secretariat, longer),
      [
        'silence.extended',
        silenceId,
        { number, until: openUntil.toISOString(), reason: 'On request.' },
      ],
    )
    const id = randomUUID()
    const breaks = () => breakSilence(arvenia.head, { id, silenceId, ...breakWords })
    const capacity = 'Chair of the African Group'
    await expectRecorded(breaks, [
      'silence.broken',
      silenceId,
      { number, capacity, way: 'page', received: expect.any(String) },
    ])
    await expectRecorded(breaks)
    const note = {
      id: randomUUID(),
      silenceId,
      memberId: await cast.memberOf(silenceId, 'European Union'),
      way: 'note' as const,
      ...breakWords,
      openUntil: await cast.now(),
    }
    const enters = () => enterBreak(secretariat, note, null)
    const received = note.openUntil.toISOString()
    await expectRecorded(enters, [
      'silence.broken',
      silenceId,
      { number, capacity: 'European Union', way: 'note', received },
    ])
    await expectRecorded(enters)
    const withdraws = () => withdrawBreak(arvenia.head, { id })
    await expectRecorded(withdraws, ['silence.breakWithdrawn', silenceId, { number, capacity }])
    await expectRecorded(() => expect(withdraws()).rejects.toMatchObject({ reason: 'conflict' }))
    await withdrawBreak(belmara.head, { id: note.id })
    const resumed = { id: silenceId, openUntil: await later(200), reason: 'All withdrawn.' }
    await expectRecorded(
      () => resumeSilence(chair, resumed),
      [
        'silence.resumed',
        silenceId,
        { number, until: resumed.openUntil.toISOString(), reason: 'All withdrawn.' },
      ],
    )
    const remarks = { id: randomUUID(), silenceId, kind: 'question' as const, text: 'Which room?' }
    await expectRecorded(
      () => remark(arvenia.head, remarks),
      ['silence.remarked', silenceId, { number, capacity, kind: 'question' }],
    )
    await expectRecorded(() => remark(arvenia.head, remarks))
  })

  it('from its deadline on', async () => {
    const { belmara, chair, secretariat, session } = cast
    const { id, number } = await cast.opens(300)
    await ages(id, 3 * MINUTE)
    await expectRecorded(() => declareResult(chair, { id }), ['silence.declared', id, { number }])
    await expectRecorded(() => expect(declareResult(chair, { id })).rejects.toThrow())
    await expectRecorded(
      () => cast.breaks(id, belmara.head),
      ['silence.brokenLate', id, expect.objectContaining({ number, way: 'page' })],
    )
    await expectRecorded(
      () => decideSilence(secretariat, { id }),
      ['session.decided', expect.any(String), expect.anything()],
      ['silence.decided', id, { number }],
    )
    await expectRecorded(() => expect(decideSilence(secretariat, { id })).rejects.toThrow())
    const { id: meetingId } = await db.meeting.create({
      data: { sessionId: session.id, number: 1, date: new Date('2020-07-27') },
    })
    const notes = () => noteSilence(secretariat, { id, meetingId })
    await expectRecorded(notes, ['silence.noted', id, { number, meeting: 1 }])
    await expectRecorded(notes)
  })
})
