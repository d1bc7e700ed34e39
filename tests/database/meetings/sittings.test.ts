import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { handOverPowers } from '@/lib/delegations/powers/commands'
import { noteAttendance, setAttendance } from '@/lib/meetings/attendance/commands'
import { getAttendance } from '@/lib/meetings/attendance/queries'
import { NoteAttendance, SetAttendance } from '@/lib/meetings/attendance/schema'
import { addPanellist, setPanellists } from '@/lib/meetings/panellists/commands'
import { AddPanellist, SetPanellists } from '@/lib/meetings/panellists/schema'
import {
  addMeeting,
  changeMeeting,
  makeMeetings,
  removeMeeting,
} from '@/lib/meetings/sittings/commands'
import {
  resumeMeeting,
  setConsidered,
  setItemHours,
  suspendMeeting,
  takeAgendaStep,
} from '@/lib/meetings/sittings/consider'
import { getMeeting, listAgendaStates, listMeetings } from '@/lib/meetings/sittings/queries'
import {
  AddMeeting,
  ChangeMeeting,
  SetConsidered,
  SetItemHours,
  TakeAgendaStep,
} from '@/lib/meetings/sittings/schema'
import type { AgendaFormLine } from '@/lib/sessions/agenda/agenda'
import { setAgenda } from '@/lib/sessions/agenda/commands'
import { addBureauMember, endBureauMember } from '@/lib/sessions/bureau/commands'
import { listBureau, listPowers } from '@/lib/sessions/bureau/queries'
import { AddBureauMember } from '@/lib/sessions/bureau/schema'
import { annulDecision } from '@/lib/sessions/decisions/commands'
import { listSessionDecisions } from '@/lib/sessions/decisions/queries'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { decides, sits, versionOf } from '@/tests/support/sitting'

let cast: Scenario
let sessionId: string
beforeEach(async () => {
  cast = await scenario({ submission: 'closed', comments: 'closed' })
  sessionId = cast.session.id
})
const read = async () => ({ sessionId, version: await versionOf(sessionId) })
const lastAct = async () => (await cast.recorded()).at(-1)

describe('a decision on a session', () => {
  test('moves its status, sets its dates with its meetings, and is recorded', async () => {
    await makeMeetings(cast.secretariat, await read())
    const [first] = await listMeetings(cast.session)
    await decides(cast, { step: 'datesApproved', decidedOn: '2019-11-11' })
    await decides(cast, {
      step: 'postponed',
      how: 'informed',
      decidedOn: '2020-03-12',
      reason: 'Storm',
    })
    const dates = { startsOn: '2021-02-01', endsOn: '2021-02-03' }
    await decides(cast, { step: 'datesApproved', decidedOn: '2020-04-15', ...dates })
    const { standing, decisions } = await listSessionDecisions(cast.session)
    expect(standing.status).toBe('datesApproved')
    expect(decisions.map(({ number }) => number)).toEqual([3, 2, 1])
    const session = await db.session.findUniqueOrThrow({
      where: { id: sessionId },
      include: { earlierDates: true },
    })
    expect(session.startsOn).toEqual(new Date('2021-02-01'))
    expect(session.earlierDates).toHaveLength(1)
    const [moved] = await listMeetings(cast.session)
    expect(moved!.date).toEqual(new Date('2021-02-01'))
    // The same hour in Vienna, in winter and in summer.
    expect(first!.startsAt!.getUTCHours()).toBe(8)
    expect(moved!.startsAt!.getUTCHours()).toBe(9)
    expect(await lastAct()).toMatchObject({
      event: 'session.decided',
      data: { step: 'datesApproved', number: 3 },
    })
  })

  test('is refused where the session does not stand there, to whoever may not, and after a later one', async () => {
    await expect(decides(cast, { step: 'opened', decidedOn: '2020-07-27' })).rejects.toMatchObject({
      key: 'stepNotNow',
    })
    const dates = { step: 'datesApproved', decidedOn: '2019-11-11' }
    for (const actor of [cast.chair, cast.arvenia.head, cast.outsider])
      await expect(decides(cast, dates, actor)).rejects.toMatchObject({ reason: 'forbidden' })
    const { date } = await sits(cast)
    await decides(cast, {
      step: 'reportAdopted',
      decidedBy: 'group',
      how: 'meeting',
      decidedOn: date,
    })
    await expect(
      decides(cast, { step: 'suspended', decidedBy: 'chair', how: 'ruling', decidedOn: date }),
    ).rejects.toMatchObject({ key: 'stepNotNow' })
    await decides(
      cast,
      { step: 'closed', decidedBy: 'chair', how: 'ruling', decidedOn: date },
      cast.chair,
    )
  })

  test('is annulled unless a later one rests on it', async () => {
    await sits(cast)
    const { decisions } = await listSessionDecisions(cast.session)
    const [last] = decisions
    const version = await versionOf(sessionId)
    const input = { decisionId: last!.id, version, reason: 'Entered twice' }
    await expect(annulDecision(cast.chair, input)).rejects.toMatchObject({ reason: 'forbidden' })
    await annulDecision(cast.secretariat, input)
    expect((await listSessionDecisions(cast.session)).decisions[0]!.annulledAt).not.toBeNull()
    const again = { ...input, version: await versionOf(sessionId) }
    await expect(annulDecision(cast.secretariat, again)).rejects.toMatchObject({
      key: 'decisionAnnulled',
    })
  })
})

describe('meetings', () => {
  const hours = { date: '2020-07-27', from: '19:00', until: '20:00' }

  test('are made in the mornings and afternoons of the session, once', async () => {
    await makeMeetings(cast.secretariat, await read())
    const meetings = await listMeetings(cast.session)
    expect(meetings.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    await expect(makeMeetings(cast.secretariat, await read())).rejects.toMatchObject({
      key: 'meetingsThere',
    })
    await expect(makeMeetings(cast.arvenia.head, await read())).rejects.toMatchObject({
      reason: 'forbidden',
    })
  })

  test('are numbered in the order in which they sit, lie within the dates and beside each other', async () => {
    await makeMeetings(cast.secretariat, await read())
    const add = async (patch: object) =>
      addMeeting(cast.secretariat, AddMeeting.parse({ ...(await read()), ...hours, ...patch }))
    await add({})
    const meetings = await listMeetings(cast.session)
    expect(meetings.map(({ number, date }) => [number, date.getUTCDate()])).toEqual([
      [1, 27],
      [2, 27],
      [3, 27],
      [4, 28],
      [5, 28],
      [6, 29],
      [7, 29],
    ])
    await expect(add({ date: '2020-07-30' })).rejects.toMatchObject({
      key: 'meetingOutside',
      field: 'date',
    })
    await expect(add({ from: '12:30', until: '14:00' })).rejects.toMatchObject({
      key: 'meetingOverlap',
    })
    const id = meetings[2]!.id
    await removeMeeting(cast.secretariat, { ...(await read()), meetingId: id })
    expect(await listMeetings(cast.session)).toHaveLength(6)
  })

  test('are presided over by whoever had the powers, unless another is named', async () => {
    await makeMeetings(cast.secretariat, await read())
    await db.office.updateMany({
      where: { sessionId },
      data: { appointedAt: new Date('2020-01-01') },
    })
    const chair = await db.person.findUniqueOrThrow({ where: { id: cast.chair.personId } })
    const [first, second] = await listMeetings(cast.session)
    expect(first!.presidedBy).toContain(chair.name)
    const member = { sessionId, capacity: 'viceChair', title: 'Vice-Chair', name: 'Ines Calder' }
    await addBureauMember(cast.secretariat, AddBureauMember.parse(member))
    const [vice] = await listBureau(cast.session)
    const change = {
      ...(await read()),
      meetingId: second!.id,
      date: '2020-07-27',
      from: '15:00',
      until: '18:00',
      presidingId: vice!.id,
    }
    await changeMeeting(cast.secretariat, ChangeMeeting.parse(change))
    expect((await getMeeting(cast.session, 2)).presidedBy).toContain('Ines Calder')
  })

  test('consider items of substance from the adoption of the agenda on', async () => {
    await makeMeetings(cast.secretariat, await read())
    const [meeting] = await listMeetings(cast.session)
    const consider = async (...items: string[]) =>
      setConsidered(
        cast.secretariat,
        SetConsidered.parse({
          ...(await read()),
          meetingId: meeting!.id,
          items: items.map((item) => cast.agenda[item]),
        }),
      )
    await consider('1', '1a')
    await expect(consider('1', '2')).rejects.toMatchObject({ key: 'beforeAdoption' })
  })

  test('tell of each item when it was considered, until it is concluded', async () => {
    const { meetings } = await sits(cast)
    const consider = async (meetingId: string, ...items: string[]) =>
      setConsidered(
        cast.secretariat,
        SetConsidered.parse({
          ...(await read()),
          meetingId,
          items: items.map((item) => cast.agenda[item]),
        }),
      )
    await consider(meetings[0]!, '2', '3')
    await consider(meetings[0]!, '2')
    await consider(meetings[2]!, '2')
    const [row] = (await getMeeting(cast.session, 1)).items
    await setItemHours(
      cast.secretariat,
      SetItemHours.parse({ meetingItemId: row!.id, from: '10:15', until: '12:00' }),
    )
    expect((await getMeeting(cast.session, 1)).items).toMatchObject([
      { fromAt: new Date('2020-07-27T08:15:00Z') },
    ])
    const step = async (kind: string, actor = cast.chair) =>
      takeAgendaStep(
        actor,
        TakeAgendaStep.parse({ ...(await read()), agendaItemId: cast.agenda['2'], kind }),
      )
    await step('opened')
    await expect(step('reopened')).rejects.toMatchObject({ key: 'agendaStepNotNow' })
    await step('concluded', cast.secretariat)
    const item = () =>
      db.agendaItem.findUniqueOrThrow({
        where: { id: cast.agenda['2'] },
        include: { meetings: true },
      })
    expect(await item()).toMatchObject({ allMeetingsKnown: true, meetings: [{}, {}] })
    await expect(step('reopened', cast.secretariat)).rejects.toMatchObject({ key: 'onlyPresiding' })
    await step('reopened')
    expect((await item()).allMeetingsKnown).toBe(false)
    const { items } = await listAgendaStates(cast.session)
    expect(items.find(({ number }) => number === 2)!.state).toBe('open')
    expect(items.find(({ number }) => number === 3)!.state).toBe('adopted')
    const used = { ...(await read()), meetingId: meetings[0]! }
    await expect(removeMeeting(cast.secretariat, used)).rejects.toMatchObject({
      key: 'meetingUsed',
    })
  })

  test('are suspended and resumed once at a time by whoever presides', async () => {
    const { meetings } = await sits(cast)
    const at = { sessionId, meetingId: meetings[0]! }
    await expect(suspendMeeting(cast.arvenia.head, { ...at, reason: '' })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await suspendMeeting(cast.chair, { ...at, reason: 'Consultations' })
    await expect(suspendMeeting(cast.chair, { ...at, reason: '' })).rejects.toMatchObject({
      key: 'meetingSuspended',
    })
    await resumeMeeting(cast.secretariat, at)
    await expect(resumeMeeting(cast.chair, at)).rejects.toMatchObject({
      key: 'meetingNotSuspended',
    })
  })
})

describe('an adopted agenda', () => {
  test('keeps its items; a new one is provisional until the agenda is adopted again', async () => {
    const { date } = await sits(cast)
    const items = await db.agendaItem.findMany({
      where: { sessionId },
      orderBy: [{ number: 'asc' }, { letter: 'asc' }],
    })
    const set = async (change: (lines: AgendaFormLine[]) => AgendaFormLine[]) =>
      setAgenda(cast.secretariat, {
        ...(await read()),
        lines: change(
          items.map(({ id, number, letter, title, kind }) => ({ id, number, letter, title, kind })),
        ),
      })
    await expect(
      set((lines) => lines.map((line) => ({ ...line, title: `${line.title} and more` }))),
    ).rejects.toMatchObject({ key: 'agendaItemAdopted' })
    await expect(set((lines) => lines.slice(0, -1))).rejects.toMatchObject({
      key: 'agendaItemUsed',
    })
    const added = { id: null, number: 6, letter: '', title: 'Lights', kind: 'substantive' as const }
    await set((lines) => [...lines, added])
    const state = async () =>
      (await listAgendaStates(cast.session)).items.find(({ title }) => title === 'Lights')!.state
    expect(await state()).toBe('provisional')
    await decides(cast, {
      step: 'agendaAdopted',
      decidedBy: 'group',
      how: 'meeting',
      decidedOn: date,
    })
    expect(await state()).toBe('adopted')
  })
})

describe('the extended Bureau', () => {
  test('has members in capacities; a successor takes the place', async () => {
    const member = {
      sessionId,
      capacity: 'regionalGroup',
      title: 'Chair of the African Group',
      name: 'Bastien Kolo',
      affiliation: 'Belmara',
    }
    await addBureauMember(cast.secretariat, AddBureauMember.parse(member))
    const [first] = await listBureau(cast.session)
    const wrong = { ...member, title: 'Chair of the Asian Group', succeedsId: first!.id }
    await expect(
      addBureauMember(cast.secretariat, AddBureauMember.parse(wrong)),
    ).rejects.toMatchObject({ key: 'successorCapacity' })
    const next = { ...member, name: 'Brielle Sanda', succeedsId: first!.id }
    await addBureauMember(cast.secretariat, AddBureauMember.parse(next))
    const members = await listBureau(cast.session)
    expect(members.map(({ name, endedAt }) => [name, endedAt !== null])).toEqual([
      ['Brielle Sanda', false],
      ['Bastien Kolo', true],
    ])
    const last = { sessionId, memberId: members[0]!.id }
    await expect(endBureauMember(cast.chair, last)).rejects.toMatchObject({ reason: 'forbidden' })
    await endBureauMember(cast.secretariat, last)
    await expect(endBureauMember(cast.secretariat, last)).rejects.toMatchObject({
      key: 'placeEnded',
    })
  })

  test('shows the powers that the Chair handed over; nobody without office receives them', async () => {
    const to = { slug: cast.session.slug, scope: 'all of it' }
    await expect(
      handOverPowers(cast.chair, { ...to, toPersonId: cast.rapporteur.personId }),
    ).rejects.toMatchObject({ key: 'powersNoOffice', field: 'toPersonId' })
    await handOverPowers(cast.chair, { ...to, toPersonId: cast.viceChair.personId })
    expect(await listPowers(cast.session)).toMatchObject([
      { from: cast.chair.name, to: cast.viceChair.name, scope: 'all of it' },
    ])
  })
})

describe('panellists and attendance', () => {
  test('are set by a paste and by a form, in their order', async () => {
    const paste = {
      ...(await read()),
      agendaItemId: cast.agenda['2'],
      lines:
        'Mr. Aldo Reyne (Arvenia), Ms. Celia Montaro (Corvina) and Dr. Bastien Kolo (Belmara).',
    }
    await setPanellists(cast.secretariat, SetPanellists.parse(paste))
    const one = {
      ...(await read()),
      agendaItemId: cast.agenda['2'],
      honorific: 'Ms.',
      name: 'Elin Tarvas',
      affiliation: 'Estavia',
    }
    await addPanellist(cast.secretariat, AddPanellist.parse(one))
    const rows = await db.panellist.findMany({ where: { sessionId }, orderBy: { position: 'asc' } })
    expect(rows.map(({ name }) => name)).toEqual([
      'Aldo Reyne',
      'Celia Montaro',
      'Bastien Kolo',
      'Elin Tarvas',
    ])
    await expect(
      setPanellists(
        cast.chair,
        SetPanellists.parse({ ...paste, version: await versionOf(sessionId) }),
      ),
    ).rejects.toMatchObject({ reason: 'forbidden' })
    expect(
      SetPanellists.safeParse({ ...paste, lines: 'Mr. Nobody' }).error?.issues[0]?.message,
    ).toBe('panellistLine')
  })

  test('are counted by kind, provisionally until the counts are closed', async () => {
    const told = { memberState: '94', observerState: '1', intergovernmental: 'some' }
    await setAttendance(cast.secretariat, SetAttendance.parse({ ...(await read()), ...told }))
    expect((await getAttendance(cast.session)).counts).toEqual([
      { kind: 'memberState', count: 94, provisional: true },
      { kind: 'observerState', count: 1, provisional: true },
      { kind: 'intergovernmental', count: null, provisional: true },
    ])
    await setAttendance(
      cast.secretariat,
      SetAttendance.parse({ ...(await read()), ...told, final: 'on' }),
    )
    expect(
      (await getAttendance(cast.session)).counts.every(({ provisional }) => !provisional),
    ).toBe(true)
    const { entityId } = await db.delegation.findUniqueOrThrow({ where: { id: cast.arvenia.id } })
    await noteAttendance(
      cast.secretariat,
      NoteAttendance.parse({ ...(await read()), how: 'signIn', entities: entityId }),
    )
    expect((await getAttendance(cast.session)).notedByKind).toEqual([
      { kind: 'memberState', count: 1 },
    ])
    expect(SetAttendance.safeParse({ ...(await read()), memberState: 'many' }).success).toBe(false)
  })
})
