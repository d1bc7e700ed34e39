import { addMilliseconds } from 'date-fns/addMilliseconds'
import { addMinutes } from 'date-fns/addMinutes'
import { expect, test } from 'vitest'
import type { Actor } from '@/lib/delegations/actor'
import * as silences from '@/lib/silence/policy'
import { LAST_REQUEST_MINUTES } from '@/lib/silence/result'
import { type Answered, answerOf } from '@/tests/support/permissions/answers'
import {
  asked,
  brokenOne,
  calm,
  inTime,
  over,
  ownBreak,
  preparedOne,
  waiting,
} from '@/tests/support/permissions/objects'
import { roles, SESSION } from '@/tests/support/permissions/people'

const author = roles['head of the author']!
const secretariat = roles.Secretariat!
const chair = { ...roles.Chair!, personId: 'the Chair' }
const officer: Actor = { ...roles.Bureau!, personId: 'the Vice-Chair of the Bureau' }

const formerly: Actor = {
  personId: 'Vice-Chair',
  name: 'Vice-Chair',
  memberships: [],
  offices: [{ kind: 'viceChair', sessionId: SESSION }],
}

const { deadline } = asked
const NO_LONGER_ON_ITS_WAY = addMinutes(deadline, LAST_REQUEST_MINUTES)
const NEXT = addMilliseconds(NO_LONGER_ON_ITS_WAY, 1)
const seatOf = (personId: string) => ({
  id: personId,
  entitled: true,
  personId,
  delegationId: null,
})
const ofBureau = { ...asked, seats: [seatOf('another officer'), seatOf(officer.personId!)] }
const handedOver = { fromPersonId: 'the Chair', toPersonId: 'the Vice-Chair' }
const brokenBy = (change: object) => ({ ...asked, breaks: [{ ...ownBreak, ...change }] })
const declared = (now: Date) => silences.canDeclareResult(asked, { presides: true, now })

// In which state a person may act under silence who may in another. Instants are the server's.

// biome-ignore format: it is read as a table
const table: Answered[] = [
  ['read it as the Chair who handed over', 'may', () => silences.canReadSilence(chair, { ...asked, powers: handedOver })],
  ['read it as a Vice-Chair who presided earlier', 'may', () => silences.canReadSilence(formerly, { ...asked, heldPowers: ['Vice-Chair'] })],
  ['read it as a Vice-Chair who never presided', 'may not', () => silences.canReadSilence(formerly, asked)],
  ['read one in preparation as a Vice-Chair who presided earlier', 'may not', () => silences.canReadSilence(formerly, { ...preparedOne, heldPowers: ['Vice-Chair'] })],
  ['prepare a discarded one', 'silenceDiscarded', () => silences.canPrepareSilence(secretariat, { ...preparedOne, discardedAt: inTime })],
  ['break one in preparation', 'silenceNotOpen', () => silences.canBreakSilence(author, preparedOne)],
  ['break it from an own seat, without a delegation', 'may', () => silences.canBreakSilence(officer, ofBureau)],
  ['withdraw a break from that seat', 'may', () => silences.canWithdrawBreak(officer, ofBureau, { memberId: officer.personId!, withdrawnAt: null }, inTime)],
  ['withdraw the break of another seat', 'silenceBreakOfOther', () => silences.canWithdrawBreak(officer, ofBureau, { memberId: 'another officer', withdrawnAt: null }, inTime)],
  ['break it twice', 'silenceBrokenAlready', () => silences.canBreakSilence(author, brokenOne)],
  ['break it after another did', 'may', () => silences.canBreakSilence(author, brokenBy({ memberId: 'other' }))],
  ['break it after the own break was withdrawn', 'may', () => silences.canBreakSilence(author, calm)],
  ['break it after a late break', 'may', () => silences.canBreakSilence(author, brokenBy({ receivedAt: deadline, enteredAt: waiting }))],
  ['enter a note on one in preparation', 'silenceNotOpen', () => silences.canEnterBreak(secretariat, preparedOne)],
  ['withdraw a break twice', 'silenceBreakWithdrawn', () => silences.canWithdrawBreak(author, calm, { ...ownBreak, withdrawnAt: inTime }, inTime)],
  ['withdraw the break of another', 'silenceBreakOfOther', () => silences.canWithdrawBreak(author, asked, { ...ownBreak, memberId: 'other' }, inTime)],
  ['withdraw it at the instant of the deadline', 'silenceDeadlinePassed', () => silences.canWithdrawBreak(author, brokenOne, ownBreak, deadline)],
  ['explain on one in preparation', 'silenceNotOpen', () => silences.canRemark(author, preparedOne, inTime)],
  ['give more time in preparation', 'silenceNotOpen', () => silences.canExtendSilence(secretariat, preparedOne, inTime)],
  ['give more time at the instant of the deadline', 'silenceDeadlinePassed', () => silences.canExtendSilence(secretariat, asked, deadline)],
  ['resume one that a revised text followed', 'silenceRevised', () => silences.canResumeSilence(secretariat, { ...calm, hasLater: true })],
  ['declare the result of one in preparation', 'silenceNotOpen', () => silences.canDeclareResult(preparedOne, { presides: true, now: waiting })],
  ['declare it while a request can be on its way', 'silenceTooEarly', () => declared(NO_LONGER_ON_ITS_WAY)],
  ['declare it right after that', 'may', () => declared(NEXT)],
  ['declare it when it is final', 'silenceNotWaiting', () => declared(over)],
  ['enter the decision twice', 'silenceDecided', () => silences.canDecideSilence(secretariat, { ...asked, decisionId: 'decision' }, over)],
  ['revise what is not broken', 'silenceNotBroken', () => silences.canReviseSilence(secretariat, asked, inTime)],
  ['revise it twice', 'silenceRevised', () => silences.canReviseSilence(secretariat, { ...brokenOne, hasLater: true }, inTime)],
]

test.each(table)('%s: %s', (_, answer, decision) => {
  expect(answerOf(decision())).toBe(answer)
})
