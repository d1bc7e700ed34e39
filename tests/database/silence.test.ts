import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { visitor } from '@/lib/delegations/actor'
import { breakSilence, enterBreak, remark, withdrawBreak } from '@/lib/silence/commands'
import {
  approvedWords,
  decideSilence,
  declareResult,
  extendSilence,
  noteSilence,
  resumeSilence,
} from '@/lib/silence/conduct/conducting'
import { openSilence } from '@/lib/silence/conduct/opening'
import { addAnnex, discardSilence, removeAnnex, writeText } from '@/lib/silence/conduct/preparing'
import { sendResults } from '@/lib/silence/conduct/result-letters'
import { getSilence, getSilenceFile, listSilences } from '@/lib/silence/queries'
import { listWaitingSilences } from '@/lib/silence/waiting'
import { OpenSilence, PrepareSilence } from '@/lib/silence/schema'
import { SearchFilter } from '@/lib/search/filter'
import { search } from '@/lib/search/queries'
import { pdf } from '@/tests/support/files'
import { ages, arriving, type Silent, silent } from '@/tests/support/silent'

let cast: Silent
beforeEach(async () => {
  cast = await silent()
})

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const words = { point: 'The dates', reason: 'They fall on a holiday.' }
const breaks = (silenceId: string, actor = cast.arvenia.head, id: string = randomUUID()) =>
  breakSilence(actor, { id, silenceId, ...words })
const standing = async (number: number) =>
  (await getSilence(cast.secretariat, cast.session, number)).standing
const until = async (instant: Date) => {
  while ((await cast.now()) <= instant) await sleep(20)
}
describe('opening', () => {
  it('freezes texts, annexes and roll with a hash, and writes to all, also to who has no account', async () => {
    const { id, number } = await cast.prepares()
    await writeText(cast.secretariat, { id, version: 1, language: 'fr', text: 'Texte secret.' })
    const file = { name: 'dates.pdf', form: 'pdf' as const, bytes: pdf('dates') }
    await addAnnex(cast.secretariat, { id, version: 2, language: 'en', file })
    const openUntil = new Date((await cast.now()).getTime() + 72 * HOUR)
    await expect(
      openSilence(cast.secretariat, { id, version: 2, openUntil }),
    ).rejects.toMatchObject({ key: 'silenceChanged' })
    await openSilence(cast.secretariat, { id, version: 3, openUntil })
    const waiting = await listWaitingSilences(cast.arvenia.head, await cast.now())
    expect(waiting).toMatchObject([{ kind: 'underSilence', id, until: openUntil }])
    const view = await getSilence(cast.arvenia.head, cast.session, number)
    expect(view).toMatchObject({ standing: 'open', deadline: openUntil })
    expect(view.silence.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(view.texts.map(({ language }) => language)).toEqual(['en', 'fr'])
    expect(view.roll.map(({ capacity }) => capacity)).toEqual([
      'Chair',
      'Chair of the African Group',
      'European Union',
      'Group of 77 and China',
    ])
    const told = (await getSilence(cast.secretariat, cast.session, number)).roll
    expect(told.flatMap(({ letters: sent }) => sent)).toHaveLength(4)
    expect(JSON.stringify(view.roll)).not.toContain('@')
    expect(JSON.stringify(told)).toContain(cast.memberless)
    const letters = await cast.mailOf(id, 'opened')
    expect(letters).toHaveLength(4)
    const toNobody = letters.find(({ email }) => email === cast.memberless)!
    expect(toNobody.mail.text).toContain('A secret wording of Vexillum.')
    expect(toNobody.mail.text).toContain('dates.pdf')
    const annex = view.annexes[0]!
    const kept = await getSilenceFile(cast.arvenia.head, cast.session, number, annex.id)
    expect(Buffer.from(kept.bytes)).toEqual(Buffer.from(pdf('dates')))
    for (const act of [
      () => writeText(cast.secretariat, { id, version: 4, language: 'en', text: 'Other.' }),
      () => removeAnnex(cast.secretariat, { id, version: 4, annexId: annex.id }),
      () => discardSilence(cast.secretariat, { id }),
    ])
      await expect(act()).rejects.toMatchObject({ key: 'silenceFrozen' })
  })

  it('needs the group’s length from the moment of sending', async () => {
    const { groupId } = cast.session
    await db.expertGroup.update({ where: { id: groupId }, data: { silenceHours: 72 } })
    const { id } = await cast.prepares()
    const at = (length: number) => cast.now().then((now) => new Date(now.getTime() + length))
    const open = async (length: number) =>
      openSilence(cast.secretariat, { id, version: 1, openUntil: await at(length) })
    await expect(open(72 * HOUR - 1_000)).rejects.toMatchObject({
      key: 'silenceTooShort',
      values: { hours: 72 },
    })
    await open(72 * HOUR + 60_000)
  })

  it('is for the Secretariat and the Chair, and asks which hour is meant on the night that has two', async () => {
    for (const actor of [cast.arvenia.head, cast.rapporteur, cast.viceChair])
      await expect(cast.prepares({}, actor)).rejects.toMatchObject({ reason: 'forbidden' })
    await cast.prepares({}, cast.chair)
    const parse = (openUntil: string, openUntilHour = '') =>
      OpenSilence.safeParse({ id: randomUUID(), version: 1, openUntil, openUntilHour })
    const fault = (read: ReturnType<typeof parse>) => read.error?.issues[0]?.message
    expect(fault(parse('2026-10-25T02:30'))).toBe('hourTwice')
    expect(parse('2026-10-25T02:30', 'summer').data?.openUntil).toEqual(
      new Date('2026-10-25T00:30:00Z'),
    )
    expect(parse('2026-10-25T02:30', 'winter').data?.openUntil).toEqual(
      new Date('2026-10-25T01:30:00Z'),
    )
    expect(fault(parse('2026-03-29T02:30'))).toBe('hourSkipped')
  })
})

describe('what is under silence', () => {
  it('is seen by the roll and by those who conduct it, by no other way', async () => {
    const word = `Vexillum${randomUUID().slice(0, 8)}`
    const { id, number } = await cast.opens(HOUR, { text: `A wording of ${word}.` })
    for (const actor of [cast.corvina.head, cast.rapporteur, cast.outsider, visitor]) {
      expect(await listSilences(actor, cast.session)).toEqual([])
      await expect(getSilence(actor, cast.session, number)).rejects.toMatchObject({
        reason: 'not-found',
      })
    }
    await expect(breaks(id, cast.corvina.head)).rejects.toMatchObject({ reason: 'not-found' })
    for (const actor of [cast.secretariat, cast.corvina.head])
      expect((await search(actor, SearchFilter.parse({ words: word }))).results).toEqual([])
    const recorded = JSON.stringify(await cast.recorded(), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(recorded).not.toContain(word)
    const mails = await db.mail.findMany({ where: { text: { contains: word } } })
    const addresses = new Set((await cast.mailOf(id, 'opened')).map(({ email }) => email))
    expect(mails.length).toBeGreaterThan(0)
    expect(mails.every(({ recipient }) => addresses.has(recipient))).toBe(true)
  })

  it('before its opening is seen by those who conduct it alone', async () => {
    const { id, number } = await cast.prepares()
    await expect(getSilence(cast.arvenia.head, cast.session, number)).rejects.toMatchObject({
      reason: 'not-found',
    })
    await expect(breaks(id)).rejects.toMatchObject({ reason: 'not-found' })
    await discardSilence(cast.secretariat, { id })
  })
})

describe('a break', () => {
  it('counts by its arrival: the last millisecond, the deadline, one after', async () => {
    const { id, number, deadline } = await cast.opens(700)
    await until(deadline)
    const arrives = (actor: typeof cast.chair, offset: number) =>
      breaks(id, arriving(actor, new Date(deadline.getTime() + offset)))
    expect(await arrives(cast.chair, 1)).toMatchObject({ inTime: false })
    expect(await arrives(cast.belmara.head, 0)).toMatchObject({ inTime: false })
    expect(await standing(number)).toBe('waiting')
    expect(await arrives(cast.arvenia.head, -1)).toMatchObject({ inTime: true })
    expect(await standing(number)).toBe('broken')
    const { breaks: shown } = await getSilence(cast.belmara.head, cast.session, number)
    expect(shown.map(({ capacity, inTime }) => [capacity, inTime])).toEqual([
      ['Chair of the African Group', true],
      ['European Union', false],
      ['Chair', false],
    ])
    expect(await cast.mailOf(id, 'broken')).toHaveLength(4)
  })

  it('in the last microsecond counts too, as it is kept no later than it came', async () => {
    const { id, deadline } = await cast.opens(700)
    await until(deadline)
    const last = new Date(deadline.toISOString().replace(/\d{3}Z$/, '000Z'))
    const micro = new Date(`${new Date(last.getTime() - 1).toISOString().slice(0, -1)}999Z`)
    expect(await breaks(id, arriving(cast.arvenia.head, micro))).toMatchObject({ inTime: true })
  })

  it('needs a point and a reason, is told at once, and leaves others possible in the same second', async () => {
    const { id, number } = await cast.opens(HOUR)
    const own = randomUUID()
    const [one, other] = await Promise.all([
      breaks(id, cast.arvenia.head, own),
      breaks(id, cast.belmara.head),
    ])
    expect([one.inTime, other.inTime]).toEqual([true, true])
    expect(await breaks(id, cast.arvenia.head, own)).toMatchObject({ inTime: true })
    await expect(breaks(id)).rejects.toMatchObject({ key: 'silenceBrokenAlready' })
    const { breaks: shown } = await getSilence(cast.chair, cast.session, number)
    expect(shown).toHaveLength(2)
    const told = await cast.mailOf(id, 'broken')
    expect(told).toHaveLength(8)
    expect(told[0]!.mail.text).toContain(words.reason)
  })

  it('and an extension in one second leave the procedure broken, whichever comes first', async () => {
    for (let round = 0; round < 4; round++) {
      const { id, number, deadline } = await cast.opens(HOUR)
      const openUntil = new Date(deadline.getTime() + HOUR)
      const acts = [
        () => breaks(id),
        () => extendSilence(cast.secretariat, { id, openUntil, reason: 'On request.' }),
      ]
      await Promise.all((round % 2 ? acts.toReversed() : acts).map((act) => act()))
      expect(await standing(number)).toBe('broken')
      const view = await getSilence(cast.chair, cast.session, number)
      expect(view.deadline).toEqual(openUntil)
    }
  })

  it('is of the place: who left has no power, the successor has it', async () => {
    const { id } = await cast.opens(HOUR)
    const { groupId, id: sessionId } = cast.session
    await db.bureauMember.update({
      where: { id: cast.bureau[1]! },
      data: { endedAt: await cast.now(), endedById: cast.secretariat.personId },
    })
    await expect(breaks(id)).rejects.toMatchObject({ reason: 'not-found' })
    await db.bureauMember.create({
      data: {
        groupId,
        sessionId,
        capacity: 'regionalGroup',
        title: 'Chair of the African Group',
        name: cast.corvina.head.name,
        personId: cast.corvina.head.personId,
        succeedsId: cast.bureau[1]!,
      },
    })
    expect(await breaks(id, cast.corvina.head)).toMatchObject({ inTime: true })
  })

  it('by a note is entered with its arrival and its scan, and counts until the result is final', async () => {
    const { id, number, deadline } = await cast.opens(500)
    const received = new Date(deadline.getTime() - 100)
    await until(deadline)
    const memberId = await cast.memberOf(id, 'Group of 77 and China')
    const note = { id: randomUUID(), silenceId: id, memberId, way: 'note' as const, ...words }
    const scan = { name: 'note.pdf', form: 'pdf' as const, bytes: pdf('note') }
    const enter = (openUntil: Date, actor = cast.secretariat) =>
      enterBreak(actor, { ...note, openUntil }, scan)
    await expect(enter(received, cast.chair)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(enter(new Date(deadline.getTime() + HOUR))).rejects.toMatchObject({
      key: 'silenceReceivedWhen',
    })
    expect(await enter(received)).toMatchObject({ inTime: true })
    expect(await standing(number)).toBe('broken')
    const file = await getSilenceFile(cast.chair, cast.session, number, note.id)
    expect(file.name).toBe('note.pdf')

    const late = await cast.opens(500)
    await until(late.deadline)
    await ages(late.id, 31 * MINUTE)
    const after = { ...note, id: randomUUID(), silenceId: late.id }
    after.memberId = await cast.memberOf(late.id, 'Group of 77 and China')
    const past = new Date(late.deadline.getTime() - 31 * 60_000 - 100)
    expect(await enterBreak(cast.secretariat, { ...after, openUntil: past }, null)).toMatchObject({
      inTime: false,
    })
    expect(await standing(late.number)).toBe('approved')
  })
})

describe('a broken procedure', () => {
  it('stays broken when the break is withdrawn, until it is resumed with what remained and a day', async () => {
    const { id, number } = await cast.opens(100 * HOUR)
    const own = randomUUID()
    await breaks(id, cast.arvenia.head, own)
    const resume = async (length: number) =>
      resumeSilence(cast.chair, {
        id,
        openUntil: new Date((await cast.now()).getTime() + length),
        reason: 'The break was withdrawn.',
      })
    await expect(resume(200 * HOUR)).rejects.toMatchObject({ key: 'silenceNotResumable' })
    await expect(withdrawBreak(cast.belmara.head, { id: own })).rejects.toMatchObject({
      key: 'silenceBreakOfOther',
    })
    await withdrawBreak(cast.arvenia.head, { id: own })
    expect(await standing(number)).toBe('broken')
    await expect(resume(99 * HOUR)).rejects.toMatchObject({ key: 'silenceResumeLater' })
    await resume(101 * HOUR)
    expect(await standing(number)).toBe('open')
    expect(await cast.mailOf(id, 'resumed')).toHaveLength(4)
    await breaks(id, cast.belmara.head)
    expect(await standing(number)).toBe('broken')
  })

  it('is followed by a revised text, once, which points to it', async () => {
    const { id, number } = await cast.opens(HOUR)
    await expect(cast.prepares({ formerId: id })).rejects.toMatchObject({ key: 'silenceNotBroken' })
    await breaks(id)
    const revised = await cast.prepares({ formerId: id, text: 'A revised wording.' })
    const view = await getSilence(cast.chair, cast.session, revised.number)
    expect(view.former).toBe(number)
    await expect(cast.prepares({ formerId: id })).rejects.toMatchObject({ key: 'silenceRevised' })
  })
})

describe('the result', () => {
  it('comes with no job: approved after the grace, a decision with its number, the words of the report', async () => {
    const { id, number, deadline } = await cast.opens(300)
    await remark(cast.belmara.head, {
      id: randomUUID(),
      silenceId: id,
      kind: 'explanation',
      text: 'We join, and note that the dates are short.',
    })
    await until(deadline)
    expect(await standing(number)).toBe('waiting')
    await expect(decideSilence(cast.secretariat, { id })).rejects.toMatchObject({
      key: 'silenceNotApproved',
    })
    await expect(declareResult(cast.chair, { id })).rejects.toMatchObject({
      key: 'silenceTooEarly',
    })
    await ages(id, 3 * MINUTE)
    await expect(declareResult(cast.secretariat, { id })).rejects.toMatchObject({
      key: 'notPresiding',
    })
    await declareResult(cast.chair, { id })
    expect(await standing(number)).toBe('approved')
    const waits = async (actor = cast.secretariat) =>
      (await listWaitingSilences(actor, await cast.now())).filter((one) => one.id === id)
    expect(await waits()).toMatchObject([{ kind: 'decideSilence' }])
    expect(await waits(cast.corvina.head)).toEqual([])
    await expect(breaks(id)).resolves.toMatchObject({ inTime: false })
    await decideSilence(cast.secretariat, { id })
    await expect(decideSilence(cast.secretariat, { id })).rejects.toMatchObject({
      key: 'silenceDecided',
    })
    const decision = await db.sessionDecision.findFirstOrThrow({ where: { silence: { id } } })
    expect(decision).toMatchObject({
      step: 'datesApproved',
      how: 'silence',
      decidedBy: 'extendedBureau',
    })
    expect(approvedWords(new Date('2020-04-15T10:00:00Z'))).toBe(
      'approved via silence procedure on 15 April 2020',
    )
    const meeting = await db.meeting.create({
      data: { sessionId: cast.session.id, number: 1, date: new Date('2020-07-27') },
    })
    await noteSilence(cast.secretariat, { id, meetingId: meeting.id })
    const view = await getSilence(cast.chair, cast.session, number)
    expect(view).toMatchObject({ notedMeeting: 1, decision: decision.number })
    expect(view.remarks).toMatchObject([{ capacity: 'European Union', kind: 'explanation' }])
  })

  it('is told once by any number of instances, and not before the grace has passed', async () => {
    const { id, deadline } = await cast.opens(300)
    await until(deadline)
    const tells = async () => sendResults(await cast.now())
    await tells()
    expect(await cast.mailOf(id, 'result')).toEqual([])
    await ages(id, 31 * MINUTE)
    await Promise.all([tells(), tells(), tells(), tells()])
    await tells()
    const letters = await cast.mailOf(id, 'result')
    expect(letters).toHaveLength(4)
    expect(new Set(letters.map(({ email }) => email)).size).toBe(4)
    expect(letters[0]!.mail.subject).toContain('approved')
  })

  it('of all delegations: an observer reads and remarks, and does not break', async () => {
    const { id, number } = await cast.opens(HOUR, {
      roll: 'delegations',
      subject: 'text',
      startsOn: '',
      endsOn: '',
    })
    const view = await getSilence(cast.lumeria.head, cast.session, number)
    expect(view.roll.find(({ capacity }) => capacity === cast.lumeria.name)?.entitled).toBe(false)
    await expect(breaks(id, cast.lumeria.head)).rejects.toMatchObject({ key: 'silenceNotEntitled' })
    await expect(breaks(id, cast.arvenia.adviser)).rejects.toMatchObject({
      key: 'silenceNotSpeaker',
    })
    expect(await breaks(id, cast.arvenia.head)).toMatchObject({ inTime: true })
  })
})

it('asks for dates where it is about dates', () => {
  const parsed = PrepareSilence.safeParse({
    subject: 'dates',
    title: 'D',
    asks: 'A',
    roll: 'delegations',
  })
  expect(parsed.success).toBe(false)
})
