import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
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
import { addBureauMember } from '@/lib/sessions/bureau/commands'
import { listBureau } from '@/lib/sessions/bureau/queries'
import { AddBureauMember } from '@/lib/sessions/bureau/schema'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { decides, sessionForm, sits } from '@/tests/support/sitting'

let cast: Scenario
let sessionId: string
beforeEach(async () => {
  cast = await scenario({ submission: 'closed', comments: 'closed' })
  sessionId = cast.session.id
})
const read = () => sessionForm(sessionId)

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
