import { describe, expect, test } from 'vitest'
import type { Decision } from '@/lib/decision'
import { type Actor, type Membership, visitor } from '@/lib/delegations/actor'
import type { EntityKind, OfficeKind } from '@/lib/delegations/kinds'
import * as attendance from '@/lib/meetings/attendance/policy'
import * as participants from '@/lib/meetings/participants/policy'
import * as sittings from '@/lib/meetings/sittings/policy'
import * as speakers from '@/lib/meetings/speakers/policy'

// The permissions at a session's meetings: one row an act, one column a role; • may, · may not.

const SESSION = 'the session'
const place = (entityKind: EntityKind): Membership => ({
  representativeId: entityKind,
  delegationId: entityKind,
  sessionId: SESSION,
  delegationName: entityKind,
  delegationState: 'registered',
  entityId: entityKind,
  entityKind,
  role: 'adviser',
  maySubmit: false,
})
const holder = (kind: OfficeKind, sessionId: string | null = SESSION): Actor => ({
  personId: kind,
  name: kind,
  memberships: [],
  offices: [{ kind, sessionId }],
})
const delegate = (kind: EntityKind): Actor => ({
  personId: kind,
  name: kind,
  memberships: [place(kind)],
  offices: [],
})

const roles: Actor[] = [
  delegate('memberState'),
  delegate('observerState'),
  delegate('nonGovernmental'),
  holder('chair'),
  holder('viceChair'),
  holder('rapporteur'),
  holder('secretariat', null),
  holder('chair', 'another session'),
  visitor,
]

const list = { sessionId: SESSION, opensAt: new Date(0), closedAt: null }
const closedList = { ...list, closedAt: new Date(1) }
const request = { delegationId: null, arrivedAt: new Date(1), kind: 'state' as const }
const open = { sessionId: SESSION, state: 'open' as const }
const concluded = { sessionId: SESSION, state: 'concluded' as const }
const openCounts = { sessionId: SESSION, closedAt: null }
const closedCounts = { sessionId: SESSION, closedAt: new Date(0) }
const now = new Date('2020-07-27T08:30:00Z')
const hours = {
  startsAt: new Date('2020-07-27T08:00:00Z'),
  endsAt: new Date('2020-07-27T11:00:00Z'),
}
const sitting = { meeting: { date: new Date('2020-07-27'), ...hours }, at: now }
const later = { ...sitting, at: new Date('2020-07-27T11:00:01Z') }
const delegation = { sessionId: SESSION, withdrawnAt: null }
const listed = { sessionId: SESSION, isEmpty: false, isUnchanged: false }
const ownRequest = {
  sessionId: SESSION,
  delegationId: 'memberState',
  status: 'requested' as const,
}
const givenRequest = { ...ownRequest, status: 'called' as const }

type Row = [act: string, who: string, ability: (actor: Actor) => Decision]
const table: Row[] = [
  ['keep the meetings', '······•··', (a) => sittings.canKeepMeetings(a, SESSION)],
  ['suspend a meeting', '···•··•··', (a) => sittings.canSuspendMeeting(a, SESSION, null)],
  ['conclude an item', '···•··•··', (a) => sittings.canTakeAgendaStep(a, open, 'concluded', null)],
  [
    'reopen an item',
    '···•·····',
    (a) => sittings.canTakeAgendaStep(a, concluded, 'reopened', null),
  ],
  ['set a list of speakers', '······•··', (a) => speakers.canSetSpeakersList(a, SESSION)],
  ['ask as a State', '•·····•··', (a) => speakers.canAskFloor(a, list, request)],
  [
    'ask as an observer',
    '·••···•··',
    (a) => speakers.canAskFloor(a, list, { ...request, kind: 'observer' }),
  ],
  [
    'ask as an organization',
    '··•···•··',
    (a) => speakers.canAskFloor(a, list, { ...request, kind: 'organisation' }),
  ],
  ['ask once the list is closed', '·········', (a) => speakers.canAskFloor(a, closedList, request)],
  [
    'ask for a right of reply then',
    '•·····•··',
    (a) => speakers.canAskFloor(a, closedList, { ...request, kind: 'rightOfReply' }),
  ],
  [
    'raise a point of order then',
    '•••···•··',
    (a) => speakers.canAskFloor(a, closedList, { ...request, kind: 'pointOfOrder' }),
  ],
  ['withdraw one’s own request', '•·····•··', (a) => speakers.canWithdrawFloor(a, ownRequest)],
  ['withdraw it with the floor', '·········', (a) => speakers.canWithdrawFloor(a, givenRequest)],
  ['enter who attended', '······•··', (a) => attendance.canKeepAttendance(a, openCounts)],
  ['enter it once it is closed', '·········', (a) => attendance.canKeepAttendance(a, closedCounts)],
  [
    'close the attendance',
    '······•··',
    (a) => attendance.canCloseAttendance(a, { ...openCounts, isEmpty: false }),
  ],
  [
    'close an empty one',
    '·········',
    (a) => attendance.canCloseAttendance(a, { ...openCounts, isEmpty: true }),
  ],
  ['reopen it', '······•··', (a) => attendance.canReopenAttendance(a, closedCounts)],
  ['reopen an open one', '·········', (a) => attendance.canReopenAttendance(a, openCounts)],
  [
    'sign in at a meeting that sits',
    '•••······',
    (a) => attendance.canSignIn(a, openCounts, sitting),
  ],
  ['sign in after it ended', '·········', (a) => attendance.canSignIn(a, openCounts, later)],
  ['sign in once it is closed', '·········', (a) => attendance.canSignIn(a, closedCounts, sitting)],
  ['enter names as accredited', '······•··', (a) => participants.canSetAccredited(a, delegation)],
  [
    'enter names of a withdrawn one',
    '·········',
    (a) => participants.canSetAccredited(a, { ...delegation, withdrawnAt: now }),
  ],
  [
    'read the list of participants before its issue',
    '······•··',
    (a) => participants.canPrepareParticipants(a, SESSION),
  ],
  [
    'issue the list of participants',
    '······•··',
    (a) => participants.canIssueParticipants(a, listed),
  ],
  [
    'issue it unchanged',
    '·········',
    (a) => participants.canIssueParticipants(a, { ...listed, isUnchanged: true }),
  ],
  ['give the floor', '···•··•··', (a) => speakers.canGiveFloor(a, SESSION, null)],
]

describe('at the meetings of a session, who may', () => {
  test.each(table)('%s', (_, signs, ability) => {
    expect(roles.map((actor) => (ability(actor).allowed ? '•' : '·')).join('')).toBe(signs)
  })

  test('every act of the policies stands in the table', () => {
    const asked = table.map(([, , ability]) => String(ability))
    const policies = [sittings, speakers, attendance, participants].flatMap((file) =>
      Object.keys(file).filter((name) => name.startsWith('can')),
    )
    for (const policy of policies)
      expect(asked.some((source) => source.includes(policy))).toBe(true)
  })

  test('give the floor while the powers are handed over: the Vice-Chair, and the Chair no more', () => {
    const powers = { fromPersonId: 'chair', toPersonId: 'viceChair' }
    expect(speakers.canGiveFloor(holder('viceChair'), SESSION, powers).allowed).toBe(true)
    expect(speakers.canGiveFloor(holder('chair'), SESSION, powers).allowed).toBe(false)
  })
})
