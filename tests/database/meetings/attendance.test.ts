import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { closeAttendance, reopenAttendance } from '@/lib/meetings/attendance/closing'
import { setAttendance, signIn } from '@/lib/meetings/attendance/commands'
import { getAttendance, getMeetingAttendance } from '@/lib/meetings/attendance/queries'
import { SetAttendance } from '@/lib/meetings/attendance/schema'
import { entersAttendance, entityOf, SESSION_COLUMN } from '@/tests/support/attending'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { sessionForm, sits } from '@/tests/support/sitting'
import { reporting } from '@/tests/support/reporting'

let cast: Scenario
let sessionId: string
let meetings: string[]
beforeEach(async () => {
  cast = await scenario({ submission: 'closed', comments: 'closed' })
  sessionId = cast.session.id
  meetings = (await sits(cast)).meetings
})
const read = () => sessionForm(sessionId)
const attendance = { memberState: '94', observerState: '1', intergovernmental: 'some' }
const counts = async (patch: object = attendance) =>
  setAttendance(cast.secretariat, SetAttendance.parse({ ...(await read()), ...patch }))
const { paragraph } = reporting(() => cast)
const sentence = () => paragraph('attendance')

/** The meeting sits at this moment, by the database's clock. */
async function sitsNow(meetingId: string): Promise<void> {
  const day = await db.$queryRaw<[{ day: Date }]>`
    SELECT (now() AT TIME ZONE 'Europe/Vienna')::date AS day`
  await db.session.update({
    where: { id: sessionId },
    data: { startsOn: new Date('2020-01-01'), endsOn: day[0].day },
  })
  await db.meeting.update({
    where: { id: meetingId },
    data: { date: day[0].day, startsAt: null, endsAt: null },
  })
}

describe('attendance by meeting', () => {
  test('is entered in one act, and counted by kind for each meeting and the session', async () => {
    const [first, second] = meetings as [string, string]
    const entered = {
      [SESSION_COLUMN]: [cast.arvenia],
      [first]: [cast.arvenia, cast.belmara],
      [second]: [cast.belmara, cast.lumeria],
    }
    expect(await entersAttendance(cast, entered)).toEqual({ added: 5, removed: 0 })
    const view = await getAttendance(cast.session)
    expect(view.meetings.slice(0, 3).map((meeting) => meeting.counts)).toEqual([
      [{ kind: 'memberState', count: 2 }],
      [
        { kind: 'memberState', count: 1 },
        { kind: 'observerState', count: 1 },
      ],
      [],
    ])
    expect(view.noted).toEqual([
      { kind: 'memberState', count: 2 },
      { kind: 'observerState', count: 1 },
    ])
    const row = view.rows.find(({ delegationId }) => delegationId === cast.arvenia.id)
    expect(row!.marks).toEqual({ [SESSION_COLUMN]: 'credentials', [first]: 'byHand' })
    expect((await cast.recorded()).at(-1)).toMatchObject({
      event: 'session.attendanceNoted',
      data: { added: 5, removed: 0 },
    })
    // The second request changes and records nothing.
    expect(await entersAttendance(cast, entered)).toEqual({ added: 0, removed: 0 })
    expect(
      (await cast.recorded()).filter(({ event }) => event === 'session.attendanceNoted'),
    ).toHaveLength(1)
  })

  test('keeps what others entered since the page was drawn, and takes off what was unticked', async () => {
    const [first] = meetings as [string]
    await entersAttendance(cast, { [first]: [cast.arvenia] })
    await entersAttendance(cast, { [first]: [cast.belmara] })
    const stale = { drawn: { [first]: [cast.arvenia] } }
    expect(await entersAttendance(cast, { [first]: [] }, stale)).toEqual({ added: 0, removed: 1 })
    const marks = await db.attendance.findMany({ where: { sessionId } })
    expect(marks.map(({ entityId }) => entityId)).toEqual([await entityOf(cast.belmara)])
  })

  test('is whole or nothing: a meeting or an entity of elsewhere writes none of it', async () => {
    const otherCast = await scenario()
    const [elsewhere] = (await sits(otherCast)).meetings as [string]
    const wrong = { [meetings[0]!]: [cast.arvenia], [elsewhere]: [cast.belmara] }
    await expect(entersAttendance(cast, wrong)).rejects.toMatchObject({ reason: 'not-found' })
    await db.delegation.update({
      where: { id: cast.belmara.id },
      data: { state: 'withdrawn', withdrawnAt: new Date() },
    })
    await expect(
      entersAttendance(cast, { [meetings[0]!]: [cast.arvenia, cast.belmara] }),
    ).rejects.toMatchObject({ reason: 'not-found' })
    expect(await db.attendance.count({ where: { sessionId } })).toBe(0)
  })

  test('is the Secretariat’s alone', async () => {
    for (const actor of [cast.chair, cast.arvenia.head])
      await expect(
        entersAttendance(cast, { [SESSION_COLUMN]: [cast.arvenia] }, { actor }),
      ).rejects.toMatchObject({ reason: 'forbidden' })
  })

  test('of 120 delegations at six meetings takes a fixed number of statements', async () => {
    const entities = Array.from({ length: 120 }, (_, at) => ({
      kind: 'memberState' as const,
      name: `State ${at} of ${sessionId}`,
      names: { en: `State ${at}` },
      sortKey: `state ${at}`,
    }))
    const made = await db.entity.createManyAndReturn({ data: entities })
    const delegations = await db.delegation.createManyAndReturn({
      data: made.map(({ id, name, sortKey }) => ({ sessionId, entityId: id, name, sortKey })),
    })
    const all = Object.fromEntries(meetings.slice(0, 6).map((id) => [id, delegations]))
    expect(await entersAttendance(cast, all)).toMatchObject({
      added: 120 * Object.keys(all).length,
    })
  })
})

describe('a delegation signs in', () => {
  test('at a meeting that sits, once, and the Secretariat’s stale page does not undo it', async () => {
    const [first] = meetings as [string]
    await expect(signIn(cast.arvenia.adviser, { meetingId: first })).rejects.toMatchObject({
      key: 'signInNotNow',
    })
    const last = meetings.at(-1)!
    await sitsNow(last)
    const { number } = await signIn(cast.arvenia.adviser, { meetingId: last })
    await signIn(cast.arvenia.head, { meetingId: last })
    await entersAttendance(cast, { [last]: [cast.belmara] })
    const view = await getAttendance(cast.session)
    const row = view.rows.find(({ delegationId }) => delegationId === cast.arvenia.id)
    expect(row!.marks).toEqual({ [last]: 'signIn' })
    const recorded = (await cast.recorded()).filter(({ event }) => event === 'session.signedIn')
    expect(recorded).toHaveLength(1)
    expect(recorded[0]!.data).toEqual({ meeting: `${number}th` })
    const meeting = { ...view.meetings.at(-1)!, sessionId }
    expect(await getMeetingAttendance(cast.arvenia.head, meeting)).toMatchObject({
      counts: [{ kind: 'memberState', count: 2 }],
      canSignIn: true,
      isNoted: true,
    })
    await expect(signIn(cast.chair, { meetingId: last })).rejects.toMatchObject({
      key: 'signInOfOwn',
    })
  })
})

describe('the attendance is closed', () => {
  test('and the sentence of the report loses its brackets; reopened, it has them again', async () => {
    await expect(closeAttendance(cast.secretariat, { sessionId })).rejects.toMatchObject({
      key: 'attendanceEmpty',
    })
    await entersAttendance(cast, { [meetings[0]!]: [cast.arvenia, cast.belmara, cast.lumeria] })
    expect(await sentence()).toMatchObject({
      text: 'The meeting was attended by representatives of [two] Member States and [one] observer State.',
      open: [{ key: 'attendance:memberState' }, { key: 'attendance:observerState' }],
    })
    await expect(closeAttendance(cast.chair, { sessionId })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await closeAttendance(cast.secretariat, { sessionId })
    expect(await sentence()).toMatchObject({
      text: 'The meeting was attended by representatives of two Member States and an observer State.',
      open: [],
    })
    for (const act of [
      () => entersAttendance(cast, { [meetings[1]!]: [cast.arvenia] }),
      () => counts(),
      () => closeAttendance(cast.secretariat, { sessionId }),
    ])
      await expect(act()).rejects.toMatchObject({ key: 'attendanceClosed' })
    const reason = 'A sign-in sheet was found.'
    await reopenAttendance(cast.secretariat, { sessionId, reason })
    expect((await sentence()).text).toContain('[two] Member States')
    await expect(reopenAttendance(cast.secretariat, { sessionId, reason })).rejects.toMatchObject({
      key: 'attendanceOpen',
    })
    const { closings, closedAt } = await getAttendance(cast.session)
    expect(closedAt).toBeNull()
    expect(closings).toMatchObject([{ closedBy: cast.secretariat.name, reason }])
    expect((await cast.recorded()).slice(-2).map(({ event, data }) => [event, data])).toEqual([
      ['session.attendanceClosed', {}],
      ['session.attendanceReopened', { reason }],
    ])
  })

  test('over the Secretariat’s own counts, which stand in the place of the entries', async () => {
    await entersAttendance(cast, { [meetings[0]!]: [cast.arvenia] })
    await counts()
    expect((await sentence()).text).toContain('[94] Member States, [one] observer State')
    await closeAttendance(cast.secretariat, { sessionId })
    expect((await sentence()).text).toContain('94 Member States, an observer State')
    await reopenAttendance(cast.secretariat, { sessionId, reason: 'Counted again.' })
    // If no count is given, the entries are counted again.
    await counts({})
    expect((await sentence()).text).toContain('[one] Member State')
    expect(SetAttendance.safeParse({ ...(await read()), memberState: 'many' }).success).toBe(false)
  })

  test('by one of two acts at one instant', async () => {
    await entersAttendance(cast, { [meetings[0]!]: [cast.arvenia] })
    const acts = [1, 2].map(() => closeAttendance(cast.secretariat, { sessionId }))
    const done = await Promise.allSettled(acts)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.attendanceClosing.count({ where: { sessionId } })).toBe(1)
  })
})
