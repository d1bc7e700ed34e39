import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { setAttendance } from '@/lib/meetings/attendance/commands'
import { SetAttendance } from '@/lib/meetings/attendance/schema'
import { addPanellist, setPanellists } from '@/lib/meetings/panellists/commands'
import { AddPanellist, SetPanellists } from '@/lib/meetings/panellists/schema'
import { setAccredited } from '@/lib/meetings/participants/commands'
import { SetAccredited } from '@/lib/meetings/participants/schema'
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
import {
  AddMeeting,
  ChangeMeeting,
  SetConsidered,
  SetItemHours,
  TakeAgendaStep,
} from '@/lib/meetings/sittings/schema'
import { closeSpeakersList, withdrawFloor } from '@/lib/meetings/speakers/commands'
import { noteStatement, orderSpeakers, takeBackFloor } from '@/lib/meetings/speakers/floor'
import { NoteStatement } from '@/lib/meetings/speakers/schema'
import { expectRecorded } from '@/tests/support/recorded'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { sessionForm, sits } from '@/tests/support/sitting'
import { speaking } from '@/tests/support/speaking'

let cast: Scenario
let sessionId: string
let listId: string
beforeEach(async () => {
  cast = await scenario({ submission: 'closed', comments: 'closed' })
  sessionId = cast.session.id
})
const read = () => sessionForm(sessionId)
const { opens, asks, calls, idOf } = speaking(() => ({ cast, listId }))
const ofSession = (meetings: number) => ['session.meetingsSet', sessionId, { meetings }] as const

describe('each act is in the record once', () => {
  test('on the meetings of a session', async () => {
    const { secretariat } = cast
    const made = { ...(await read()) }
    await expectRecorded(() => makeMeetings(secretariat, made), [...ofSession(6)])
    await expectRecorded(() => expect(makeMeetings(secretariat, made)).rejects.toThrow())
    const hours = { date: '2020-07-27', from: '19:00', until: '20:00' }
    const added = AddMeeting.parse({ ...(await read()), ...hours })
    await expectRecorded(() => addMeeting(secretariat, added), [...ofSession(7)])
    const { id: meetingId } = await db.meeting.findFirstOrThrow({
      where: { sessionId, number: 3 },
    })
    const changed = ChangeMeeting.parse({ ...(await read()), ...hours, meetingId, until: '21:00' })
    await expectRecorded(() => changeMeeting(secretariat, changed), [...ofSession(7)])
    const changedAgain = { ...changed, ...(await read()) }
    await expectRecorded(() => changeMeeting(secretariat, changedAgain))
    const removed = { ...(await read()), meetingId }
    await expectRecorded(() => removeMeeting(secretariat, removed), [...ofSession(6)])
    await expectRecorded(() => expect(removeMeeting(secretariat, removed)).rejects.toThrow())
  })

  test('at a meeting that sits', async () => {
    const { chair, secretariat } = cast
    const [meetingId] = (await sits(cast)).meetings as [string]
    const agendaItemId = cast.agenda['2']!
    const ofMeeting = { meeting: '1st' }
    const considered = SetConsidered.parse({ ...(await read()), meetingId, items: [agendaItemId] })
    await expectRecorded(
      () => setConsidered(secretariat, considered),
      ['session.itemsConsidered', meetingId, ofMeeting],
    )
    const consideredAgain = { ...considered, ...(await read()) }
    await expectRecorded(() => setConsidered(secretariat, consideredAgain))
    const row = await db.meetingItem.findFirstOrThrow({ where: { meetingId } })
    const hours = SetItemHours.parse({ meetingItemId: row.id, from: '10:15', until: '12:00' })
    const setsHours = () => setItemHours(secretariat, hours)
    await expectRecorded(setsHours, ['session.itemsConsidered', meetingId, ofMeeting])
    await expectRecorded(setsHours)
    const at = { sessionId, meetingId }
    const suspends = () => suspendMeeting(chair, { ...at, reason: 'Consultations' })
    await expectRecorded(suspends, ['session.meetingSuspended', meetingId, ofMeeting])
    await expectRecorded(() => expect(suspends()).rejects.toThrow())
    const resumes = () => resumeMeeting(chair, at)
    await expectRecorded(resumes, ['session.meetingResumed', meetingId, ofMeeting])
    await expectRecorded(() => expect(resumes()).rejects.toThrow())
    for (const [kind, event] of [
      ['opened', 'agenda.itemOpened'],
      ['concluded', 'agenda.itemConcluded'],
      ['reopened', 'agenda.itemReopened'],
    ] as const) {
      const step = TakeAgendaStep.parse({ ...(await read()), agendaItemId, kind })
      await expectRecorded(() => takeAgendaStep(chair, step), [event, agendaItemId, { item: '2' }])
      await expectRecorded(() => expect(takeAgendaStep(chair, step)).rejects.toThrow())
    }
  })

  test('on panellists, counts and accredited people', async () => {
    const { secretariat } = cast
    const place = { agendaItemId: cast.agenda['2'] }
    const lines = 'Mr. Aldo Reyne (Arvenia) and Ms. Celia Montaro (Corvina).'
    const set = SetPanellists.parse({ ...(await read()), ...place, lines })
    await expectRecorded(
      () => setPanellists(secretariat, set),
      ['session.panellistsSet', sessionId, { panellists: 2 }],
    )
    const setAgain = { ...set, ...(await read()) }
    await expectRecorded(() => setPanellists(secretariat, setAgain))
    const person = { honorific: 'Ms.', name: 'Elin Tarvas', affiliation: 'Estavia' }
    const added = AddPanellist.parse({ ...(await read()), ...place, ...person })
    await expectRecorded(
      () => addPanellist(secretariat, added),
      ['session.panellistsSet', sessionId, { panellists: 3 }],
    )
    const counts = SetAttendance.parse({ ...(await read()), memberState: '94' })
    await expectRecorded(
      () => setAttendance(secretariat, counts),
      ['session.attendanceSet', sessionId],
    )
    const countedAgain = { ...counts, ...(await read()) }
    await expectRecorded(() => setAttendance(secretariat, countedAgain))
    const { id: delegationId, name } = cast.arvenia
    const accredited = SetAccredited.parse({ delegationId, lines: 'Ms. Amara Voss, Minister' })
    const accredits = () => setAccredited(secretariat, accredited)
    await expectRecorded(accredits, ['session.accreditedSet', delegationId, { name, people: 1 }])
    await expectRecorded(accredits)
  })

  test('on a list of speakers', async () => {
    const { arvenia, belmara, chair, secretariat } = cast
    const item = '2'
    await expectRecorded(
      async () => (listId = await opens('2020-07-27T10:00')),
      ['session.speakersListOpened', expect.any(String), { item }],
    )
    await expectRecorded(() => opens('2020-07-27T10:00'))
    await expectRecorded(
      () => asks(arvenia.head),
      ['session.floorAsked', expect.any(String), { item, speaker: 'Arvenia' }],
    )
    await expectRecorded(() => expect(asks(arvenia.head)).rejects.toThrow())
    await asks(belmara.head)
    const [first, second] = [await idOf('Arvenia'), await idOf('Belmara')]
    const orders = () => orderSpeakers(chair, { listId, statementId: second, move: 'first' })
    await expectRecorded(orders, ['session.speakersOrdered', listId, { item }])
    await expectRecorded(orders)
    const ofBelmara = { item, speaker: 'Belmara' }
    await expectRecorded(() => calls(second), ['session.speakerCalled', second, ofBelmara])
    await expectRecorded(() => expect(calls(second)).rejects.toThrow())
    const takesBack = () => takeBackFloor(chair, { statementId: second })
    await expectRecorded(takesBack, ['session.floorTakenBack', second, ofBelmara])
    await expectRecorded(() => expect(takesBack()).rejects.toThrow())
    const noted = NoteStatement.parse({ statementId: second, text: 'We thank the Chair.' })
    const notes = () => noteStatement(secretariat, noted)
    await expectRecorded(notes, ['session.statementMade', second, ofBelmara])
    await expectRecorded(notes)
    const withdraws = () => withdrawFloor(arvenia.head, { statementId: first })
    const ofArvenia = { item, speaker: 'Arvenia' }
    await expectRecorded(withdraws, ['session.floorWithdrawn', first, ofArvenia])
    await expectRecorded(() => expect(withdraws()).rejects.toThrow())
    const closes = () => closeSpeakersList(secretariat, { listId })
    await expectRecorded(closes, ['session.speakersListClosed', listId, { item }])
    await expectRecorded(() => expect(closes()).rejects.toThrow())
    const opensAgain = () => opens('2020-07-27T10:00')
    await expectRecorded(opensAgain, ['session.speakersListOpened', listId, { item }])
  })
})
