import { expect, test } from 'vitest'
import { canIssueParticipants } from '@/lib/meetings/participants/policy'
import { canTakeAgendaStep } from '@/lib/meetings/sittings/policy'
import * as speakers from '@/lib/meetings/speakers/policy'
import { type Answered, answerOf } from '@/tests/support/permissions/answers'
import { roles, SESSION } from '@/tests/support/permissions/people'

const author = roles['head of the author']!
const secretariat = roles.Secretariat!

const OPENS = new Date('2020-07-27T08:00:00Z')
const EARLIER = new Date('2020-07-27T07:59:59Z')
const CLOSES = new Date('2020-07-27T09:00:00Z')
const listed = { sessionId: SESSION, isEmpty: false, isUnchanged: false }
const closing = { sessionId: SESSION, opensAt: OPENS, closedAt: CLOSES }
const asksAt = (arrivedAt: Date, delegationId: string | null = 'author') =>
  speakers.canAskFloor(author, closing, { delegationId, arrivedAt, kind: 'state' })
const withdraws = (
  status: 'requested' | 'called' | 'spoken' | 'withdrawn',
  delegationId = 'author',
) => speakers.canWithdrawFloor(author, { sessionId: SESSION, delegationId, status })

// In which state a person may act at a meeting who may in another.

// biome-ignore format: it is read as a table
const table: Answered[] = [
  ['ask for the floor before the list opens', 'speakersNotOpen', () => asksAt(EARLIER)],
  ['ask at the instant of the opening', 'may', () => asksAt(OPENS)],
  ['ask before the closing, though the list is closed now', 'may', () => asksAt(new Date(CLOSES.getTime() - 1))],
  ['ask at the instant of the closing', 'speakersClosed', () => asksAt(CLOSES)],
  ['ask for another', 'floorOfOwn', () => asksAt(OPENS, 'other')],
  ['withdraw a request that waits', 'may', () => withdraws('requested')],
  ['withdraw that of another', 'floorOfOwn', () => withdraws('requested', 'other')],
  ['withdraw it with the floor', 'floorGiven', () => withdraws('called')],
  ['withdraw it after the statement', 'floorEnded', () => withdraws('spoken')],
  ['withdraw it twice', 'floorEnded', () => withdraws('withdrawn')],
  ['conclude an item that is concluded', 'agendaStepNotNow', () => canTakeAgendaStep(secretariat, { sessionId: SESSION, state: 'concluded' }, 'concluded', null)],
  ['issue an empty list of participants', 'participantsEmpty', () => canIssueParticipants(secretariat, { ...listed, isEmpty: true })],
  ['issue the same list again', 'participantsUnchanged', () => canIssueParticipants(secretariat, { ...listed, isUnchanged: true })],
]

test.each(table)('%s: %s', (_, answer, decision) => {
  expect(answerOf(decision())).toBe(answer)
})
