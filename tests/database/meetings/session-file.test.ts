import { beforeAll, describe, expect, test } from 'vitest'
import { db, systemTransaction } from '@/lib/db/client'
import { loadReferenceData } from '@/lib/delegations/reference-data'
import { importSession, newGroupOf } from '@/lib/meetings/session-file/commands'
import type { SessionFile } from '@/lib/meetings/session-file/format'
import { getAttendance } from '@/lib/meetings/attendance/queries'
import { previewOf, summaryOf } from '@/lib/meetings/session-file/summary'
import { standingAfter } from '@/lib/sessions/decisions/status'
import { type Json, sixth, second, read, sentencesOf } from '@/tests/support/session-files/reading'
import { expectRecorded } from '@/tests/support/recorded'
import { scenario } from '@/tests/support/scenario'

beforeAll(() => systemTransaction(loadReferenceData))

const imported = ({ decisions, meetings, panellists }: SessionFile) => ({
  decisions: decisions.length,
  meetings: meetings.length,
  panellists: panellists.length,
})

describe('a session file', () => {
  test('brings the sixth session with what its draft report leaves open', async () => {
    const file = await read(sixth())
    expect(await newGroupOf(file)).toMatchObject({ symbolRoot: file.group!.symbolRoot })
    let done = { slug: '', isNew: false }
    await expectRecorded(
      async () => (done = await importSession('operator', file)),
      ['session.imported', expect.any(String), imported(file)],
    )
    const { slug, isNew } = done
    expect(isNew).toBe(true)
    expect(await newGroupOf(file)).toBeNull()
    expect(await newGroupOf({ ...file, group: undefined })).toBeNull()
    const session = await db.session.findUniqueOrThrow({
      where: { slug },
      include: {
        group: { include: { mandateList: true, earlierMeetings: true, workplans: true } },
        earlierDates: true,
        decisions: true,
        agenda: { include: { meetings: true }, orderBy: [{ number: 'asc' }, { letter: 'asc' }] },
        panellists: true,
        attendanceCounts: true,
        powers: { include: { fromMember: true, toMember: true } },
      },
    })
    expect(session).toMatchObject({ slug: 'sixth-session-2020', format: 'hybrid' })
    expect(session.group.mandateList).toHaveLength(4)
    expect(session.group.earlierMeetings).toHaveLength(5)
    expect(session.earlierDates).toHaveLength(1)
    expect(standingAfter(session.decisions).standing.status).toBe('open')
    const cooperation = session.agenda.find(({ number }) => number === 2)!
    expect(cooperation.allMeetingsKnown).toBe(false)
    expect(cooperation.meetings.filter(({ confirmed }) => confirmed)).toHaveLength(1)
    expect(session.panellists).toHaveLength(14)
    expect(session.attendanceCounts.find(({ kind }) => kind === 'memberState')).toMatchObject({
      count: 94,
      provisional: true,
    })
    const [powers] = session.powers
    expect(powers).toMatchObject({
      toPersonId: null,
      fromMember: { name: 'Mashabane' },
      toMember: { name: 'André Rypl' },
      // Midnight at the seat: whatever the seat, the day of the file is printed.
      givenAt: new Date('2020-07-26T22:00:00Z'),
    })
  })

  test('brings a session of another group, which it makes, with hours by the clock of its seat', async () => {
    // Not the time zone of Vienna, in which this installation writes its times.
    const file = second()
    const inTokyo = { ...file, group: { ...(file.group as Json), timeZone: 'Asia/Tokyo' } }
    const { slug } = await importSession('operator', await read(inTokyo))
    const session = await db.session.findUniqueOrThrow({
      where: { slug },
      include: {
        group: true,
        decisions: true,
        meetings: { orderBy: { number: 'asc' }, include: { items: true, suspensions: true } },
        agenda: { orderBy: [{ number: 'asc' }, { letter: 'asc' }] },
        statements: { orderBy: { position: 'asc' } },
        attendance: { include: { entity: true } },
        documents: true,
        bureau: true,
      },
    })
    expect(session.group).toMatchObject({ timeZone: 'Asia/Tokyo', seat: 'Geneva' })
    expect(standingAfter(session.decisions).standing.status).toBe('closed')
    expect(session.meetings).toHaveLength(7)
    expect(session.meetings[0]!.startsAt).toEqual(new Date('2024-01-29T01:00:00Z'))
    expect(session.meetings[2]!.suspensions).toHaveLength(1)
    expect(session.agenda.map(({ kind }) => kind)).toEqual([
      'organizational',
      'organizational',
      'organizational',
      'substantive',
      'other',
      'adoptionOfReport',
    ])
    expect(session.agenda.every(({ allMeetingsKnown }) => allMeetingsKnown)).toBe(true)
    expect(session.statements.map(({ speaker, entityId }) => [speaker, entityId !== null])).toEqual(
      [
        ['Norway', true],
        ['Albania', true],
        ['Albania', true],
      ],
    )
    expect(session.attendance.map(({ entity }) => entity.name).toSorted()).toEqual([
      'Norway',
      'Union of Pilots',
    ])
    expect(session.documents.map(({ symbol }) => symbol)).toEqual(['A/AC.999/2024/1'])
    expect(session.bureau).toHaveLength(4)
  })

  test('says what it would write', async () => {
    const parts = previewOf(await read(second()))
    expect(parts.map(({ title }) => title).slice(0, 2)).toEqual([
      'Decisions',
      'Officers and extended Bureau',
    ])
    expect(parts.find(({ title }) => title === 'Meetings')!.lines[0]).toMatch(/^1st meeting, /)
    expect(summaryOf(await read(second()))).toEqual([
      'The second session, Geneva, 29 January–1 February 2024:',
      '  6 decisions',
      '  4 officers and members of the extended Bureau',
      '  6 agenda items',
      '  7 meetings',
      '  1 panellist',
      '  3 statements',
      '  3 kinds of participants',
      '  1 document',
    ])
  })

  test('fills a session on which nothing was entered, and leaves one that has facts', async () => {
    const file = await read({ ...second(), session: { ...(second().session as Json), ordinal: 3 } })
    const without = { ...file, documents: [] }
    const group = await db.expertGroup.findFirstOrThrow({ where: { symbolRoot: 'A/AC.999' } })
    const { id } = await db.session.create({
      data: {
        groupId: group.id,
        slug: 'third-session-2024',
        ordinal: 3,
        place: 'Bern',
        startsOn: new Date('2024-03-01'),
        endsOn: new Date('2024-03-02'),
        meetings: { create: { number: 1, date: new Date('2024-03-01') } },
        agenda: { create: { number: 9, title: 'Old' } },
      },
    })
    const { secretariat } = await scenario()
    await expectRecorded(
      async () =>
        expect(await importSession(secretariat, without)).toEqual({
          slug: 'third-session-2024',
          isNew: false,
        }),
      ['session.imported', id, imported(without)],
    )
    expect(await db.session.findUniqueOrThrow({ where: { id } })).toMatchObject({ place: 'Geneva' })
    expect(await db.agendaItem.count({ where: { sessionId: id } })).toBe(6)
    await expectRecorded(() =>
      expect(importSession('operator', without)).rejects.toMatchObject({ key: 'sessionHasFacts' }),
    )
  })

  test('tells who attended which meeting, where it knows', async () => {
    const attendance = {
      participants: [
        { name: 'Norway', meetings: [1, 3, 3] },
        { name: 'Union of Sailors', kind: 'nonGovernmental' },
      ],
    }
    const session = { ...(second().session as Json), ordinal: 4 }
    const file = await read({ ...second(), session, attendance })
    expect(previewOf(file).find(({ title }) => title === 'Participants')!.lines).toEqual([
      'Norway, 1st meeting, 3rd meeting, 3rd meeting',
      'Union of Sailors',
    ])
    const { slug } = await importSession('operator', { ...file, documents: [] })
    const { id } = await db.session.findUniqueOrThrow({ where: { slug } })
    const { meetings, noted, credentials, rows } = await getAttendance({ id })
    expect(meetings.map(({ counts }) => counts.length)).toEqual([1, 0, 1, 0, 0, 0, 0])
    expect(noted).toEqual([
      { kind: 'memberState', count: 1 },
      { kind: 'nonGovernmental', count: 1 },
    ])
    expect(credentials).toEqual([{ kind: 'nonGovernmental', count: 1 }])
    expect(rows.map(({ name }) => name)).toEqual(['Norway', 'Union of Sailors'])
  })

  test('tells decisions that passed in silence as procedures, or as decisions, or as both', async () => {
    const file = second()
    const decisions = file.decisions as Json[]
    const silenceProcedures = [
      { subject: 'dates', approvedOn: '2023-10-02', startsOn: '2024-01-29', endsOn: '2024-02-01' },
      { subject: 'agenda', approvedOn: '2023-11-15' },
    ]
    const both = await read({ ...file, silenceProcedures })
    expect(both.decisions).toHaveLength(6)
    const reading = await read({ ...file, decisions: decisions.slice(2), silenceProcedures })
    expect(reading.decisions.map(({ what, date }) => [what, date]).slice(4)).toEqual([
      ['datesApproved', '2023-10-02'],
      ['agendaApproved', '2023-11-15'],
    ])
    const text = { subject: 'text', approvedOn: '2023-12-01' }
    const onText = [
      { ...text, title: 'Method of work' },
      { ...text, title: 'Guide' },
    ]
    expect((await read({ ...file, silenceProcedures: onText })).decisions.slice(6)).toMatchObject([
      { what: 'textApproved', how: 'silence', reason: 'Method of work' },
      { what: 'textApproved', how: 'silence', reason: 'Guide' },
    ])
    expect(await sentencesOf({ ...file, silenceProcedures: [text] })).toEqual([
      expect.stringContaining('silenceProcedures[0].title'),
    ])
    const broken = [{ subject: 'dates', approvedOn: '2023-10-02', result: 'broken' }]
    expect(await sentencesOf({ ...file, silenceProcedures: broken })).toEqual([
      expect.stringContaining('silenceProcedures[0].result: A procedure that was broken'),
    ])
  })

  test('may write days and hours as whole ISO times', async () => {
    const file = second()
    const [first, ...laterMeetings] = file.meetings as Json[]
    const written = {
      ...first,
      date: '2024-01-29T00:00:00Z',
      startsAt: '2024-01-29T10:00',
      endsAt: '2024-01-29T13:00:00',
    }
    expect(
      (await read({ ...file, meetings: [written, ...laterMeetings] })).meetings[0],
    ).toMatchObject({
      date: '2024-01-29',
      startsAt: '10:00',
      endsAt: '13:00',
    })
  })

  test('is taken whole or not at all', async () => {
    const file = await read({ ...second(), session: { ...(second().session as Json), ordinal: 4 } })
    const before = await db.session.count()
    // Its document has the symbol of an existing document.
    await expect(importSession('operator', file)).rejects.toThrow()
    expect(await db.session.count()).toBe(before)
  })
})
