import { expect, test } from 'vitest'
import { canCloseAccount, canResetFactor } from '@/lib/auth/accounts/policy'
import { isOpenAmendment } from '@/lib/amendments/policy'
import { canAddAddressees, canExtendCirculation } from '@/lib/circulation/policy'
import * as commenting from '@/lib/circulation/comments/policy'
import * as papers from '@/lib/circulation/papers/policy'
import * as requests from '@/lib/circulation/requests/policy'
import { canReplyToResponse } from '@/lib/circulation/responses/policy'
import { canEndComment, canReplyTo } from '@/lib/comments/policy'
import * as consolidation from '@/lib/consolidation/policy'
import type { Actor } from '@/lib/delegations/actor'
import { canAppointOfficers } from '@/lib/delegations/policy'
import * as documents from '@/lib/documents/policy'
import * as proposals from '@/lib/proposals/policy'
import * as reports from '@/lib/report/policy'
import { canAnnulDecision } from '@/lib/sessions/decisions/policy'
import { type Answered, answerOf } from '@/tests/support/permissions/answers'
import {
  AFTER,
  BEFORE,
  adopted,
  adoptedReport,
  answered,
  askedAll,
  askedAuthor,
  circulated,
  drafted,
  inHand,
  issuedPaper,
  item,
  list,
  ownPaper,
  paper,
  prepared,
  proposal,
  released,
  request,
  rule,
  sentOut,
  setting,
} from '@/tests/support/permissions/objects'
import { roles, SESSION } from '@/tests/support/permissions/people'

const AT = new Date('2021-02-01')
const author = roles['head of the author']!
const other = roles['another State']!
const stakeholder = roles.stakeholder!
const observer = roles['observer State']!
const visitor = roles.visitor!
const secretariat = roles.Secretariat!
const chair = roles.Chair!
const ofSession: Actor = { ...chair, offices: [{ kind: 'secretariat', sessionId: SESSION }] }

const presiding = { presides: true }
const closedToStakeholders = { ...askedAll, stakeholdersMayComment: false }
const posted = { ...circulated, isPosted: true }
const unposted = { ...circulated, isPosted: false }
const thing = { ...paper, files: 0, isThing: true }
const draftReport = { ...issuedPaper, kind: 'draftReport' as const, reportId: 'report' }
const gone = { ...proposal, withdrawnAt: AT }
const taken = (delegationId: string) => ({
  ...gone,
  takenOver: { delegationId, name: delegationId, reason: 'Needed.', at: AT },
})
const joinedAt = (revision: number) => ({
  ...proposal,
  currentNumber: 2,
  coSponsors: [{ delegationId: 'other', revision }],
})
const optional = (standing: 'adopted' | 'adoptedAsAmended' | 'changed') => ({
  key: 'participants',
  standing,
})
const standing = { withdrawnAt: null, replacedBy: null, decisions: [] }
const withdrawnAmongOthers = [{ withdrawn: true }, { withdrawn: false }]

// The table of permissions says who may; this one in which state, for a person who may in another.

// biome-ignore format: it is read as a table
const table: Answered[] = [
  ['close the own account', 'may not', () => canCloseAccount(secretariat, { personId: 'somebody' })],
  ['reset the own authenticator app', 'may not', () => canResetFactor(secretariat, { personId: 'somebody' })],
  ['appoint for the whole group, in a session’s Secretariat', 'may not', () => canAppointOfficers(ofSession, SESSION, { wholeGroup: true })],
  ['appoint for that session', 'may', () => canAppointOfficers(ofSession, SESSION, { wholeGroup: false })],

  ['ask more delegations before the opening, late', 'may', () => canAddAddressees(secretariat, prepared, AFTER)],
  ['ask more delegations at the instant of the deadline', 'circulationClosed', () => canAddAddressees(secretariat, sentOut, sentOut.openUntil)],
  ['move the deadline before the opening', 'circulationNotOpened', () => canExtendCirculation(secretariat, prepared, BEFORE)],
  ['move the deadline at its instant', 'circulationClosed', () => canExtendCirculation(secretariat, sentOut, sentOut.openUntil)],
  ['admit a request without a proved address', 'not found', () => requests.canAdmitRequest(secretariat, sentOut, { ...request, provedAt: null }, BEFORE)],
  ['admit a decided request', 'requestDecided', () => requests.canAdmitRequest(secretariat, sentOut, { ...request, decision: 'refused' }, BEFORE)],

  ['write a comment where the group closes it', 'may not', () => commenting.canDraftHere(stakeholder, closedToStakeholders)],
  ['release one that was not asked for', 'may not', () => commenting.canReleaseHere(other, askedAuthor)],
  ['discard one in hand of another', 'not found', () => commenting.canDiscardInHand(other, setting, inHand)],
  ['take a position as a State, where observers take none', 'may', () => commenting.canTakePosition('memberState', 'supports', { observersMayTakePosition: false })],
  ['take one as an observer there', 'positionNotForObservers', () => commenting.canTakePosition('observerState', 'supports', { observersMayTakePosition: false })],
  ['take one as an observer elsewhere', 'may', () => commenting.canTakePosition('observerState', 'supports', { observersMayTakePosition: true })],
  ['ask as an observer', 'may', () => commenting.canTakePosition('observerState', 'none', { observersMayTakePosition: false })],
  ['end a comment of another', 'not found', () => commenting.canEndHere(other, askedAll, circulated)],
  ['end a replaced one', 'commentEnded', () => commenting.canEndHere(author, askedAll, { ...circulated, replacedById: 'later' })],
  ['end a withdrawn one', 'commentEnded', () => commenting.canEndHere(author, askedAll, { ...circulated, withdrawnAt: AT })],
  ['end one that was taken down', 'commentEnded', () => commenting.canEndHere(author, askedAll, { ...circulated, retractedAt: AT })],
  ['take down one of another that is not posted', 'not found', () => commenting.canRetract(other, askedAll, unposted)],
  ['take down a posted one of another', 'commentNotRetractable', () => commenting.canRetract(other, askedAll, posted)],
  ['take down an own one that is not posted', 'commentNotPosted', () => commenting.canRetract(author, askedAll, unposted)],
  ['take down one that is not posted, in the Secretariat', 'commentNotPosted', () => commenting.canRetract(secretariat, askedAll, unposted)],
  ['take down a withdrawn one', 'commentEnded', () => commenting.canRetract(author, askedAll, { ...posted, withdrawnAt: AT })],
  ['take one down twice', 'commentEnded', () => commenting.canRetract(author, askedAll, { ...posted, retractedAt: AT })],
  ['send a paper where the group closes it', 'commentNotAllowed', () => papers.canHandlePapers(stakeholder, closedToStakeholders, 'stakeholder')],
  ['send a paper of another', 'not found', () => papers.canHandlePapers(other, askedAll, 'author')],
  ['decide a paper of another', 'not found', () => papers.canDecidePaper(other, ownPaper)],
  ['decide a paper that was put aside', 'paperDiscarded', () => papers.canDecidePaper(author, { ...ownPaper, discardedAt: AT })],
  ['reply for another', 'not found', () => canReplyToResponse(other, answered)],
  ['reply about a withdrawn comment', 'commentEnded', () => canReplyToResponse(author, { ...answered, withdrawnAt: AT })],
  ['reply about one that was taken down', 'commentEnded', () => canReplyToResponse(author, { ...answered, retractedAt: AT })],
  ['answer a withdrawn comment on a proposal', 'commentWithdrawn', () => canReplyTo({ ...released, withdrawnAt: AT })],
  ['answer a replaced one', 'commentReplaced', () => canReplyTo({ ...released, replacedById: 'later' })],
  ['end one of another', 'not found', () => canEndComment(other, setting, released)],
  ['end a withdrawn comment on a proposal', 'commentEnded', () => canEndComment(author, setting, { ...released, withdrawnAt: AT })],
  ['end a replaced comment on a proposal', 'commentEnded', () => canEndComment(author, setting, { ...released, replacedById: 'later' })],

  ['withdraw a withdrawn proposal', 'proposalWithdrawn', () => proposals.canWithdrawProposal(author, gone)],
  ['withdraw one in an agreed item', 'withdrawalAgreed', () => proposals.canWithdrawProposal(author, { ...proposal, decided: 'agreed' })],
  ['withdraw an adopted one', 'withdrawalTooLate', () => proposals.canWithdrawProposal(author, { ...proposal, decided: 'adopted' })],
  ['withdraw what another State took over', 'withdrawalNotYours', () => proposals.canWithdrawProposal(author, taken('other'))],
  ['withdraw what the own State took over', 'may', () => proposals.canWithdrawProposal(other, taken('other'))],
  ['withdraw what the own State took over before it left', 'withdrawalNotYours', () => proposals.canWithdrawProposal(roles['withdrawn State']!, taken('gone'))],
  ['take over what stands', 'takeOverNotWithdrawn', () => proposals.canTakeOverProposal(other, proposal, rule)],
  ['take over what was taken over', 'takeOverNotWithdrawn', () => proposals.canTakeOverProposal(other, taken('third'), rule)],
  ['take over what was adopted', 'takeOverTooLate', () => proposals.canTakeOverProposal(other, { ...gone, decided: 'adopted' }, rule)],
  ['take over what nobody shared', 'takeOverNotShared', () => proposals.canTakeOverProposal(other, gone, { ...rule, shared: false })],
  ['co-sponsor what the own State took over', 'coSponsorNotAllowed', () => proposals.canCoSponsorProposal(other, taken('other'))],
  ['co-sponsor a printed one', 'coSponsorsPrinted', () => proposals.canCoSponsorProposal(other, { ...proposal, listIssued: true })],
  ['join again on a later revision', 'may', () => proposals.joinsAs(other, joinedAt(1)) === 'confirm'],
  ['join twice on one', 'may not', () => proposals.joinsAs(other, joinedAt(2)) !== null],
  ['compile an issued list', 'listIssued', () => proposals.canCompileList(secretariat, { sessionId: SESSION, issuedAt: AT })],
  ['issue a list twice', 'listIssued', () => proposals.canIssueList(secretariat, { sessionId: SESSION, issuedAt: AT })],

  ['decide a suggested change', 'may', () => isOpenAmendment(standing)],
  ['decide a withdrawn one', 'may not', () => isOpenAmendment({ ...standing, withdrawnAt: AT })],
  ['decide one that was declined', 'may not', () => isOpenAmendment({ ...standing, decline: {} })],
  ['decide one in a version that was replaced', 'may not', () => isOpenAmendment({ ...standing, replacedBy: {} })],
  ['decide one twice', 'may not', () => isOpenAmendment({ ...standing, decisions: [{}] })],

  ['open the list of a topical session', 'notStockTaking', () => consolidation.canOpenConsolidation(secretariat, { id: SESSION, kind: 'topical' })],
  ['choose the lists of an adopted one', 'listAdopted', () => consolidation.canChooseLists(secretariat, adopted)],
  ['work on an adopted list', 'listAdopted', () => consolidation.canWorkOnList(secretariat, adopted)],
  ['adopt a list twice', 'listAdopted', () => consolidation.canAdoptList(chair, adopted, presiding)],
  ['post paragraphs of an adopted one', 'listAdopted', () => consolidation.canTakeSnapshot(chair, adopted, presiding)],
  ['post paragraphs as a delegate', 'consolidationNotAllowed', () => consolidation.canTakeSnapshot(author, list, { presides: false })],
  ['type over an adopted one', 'listAdopted', () => consolidation.canUseScreen(secretariat, adopted)],
  ['declare in an adopted one', 'listAdopted', () => consolidation.canDeclare(adopted, presiding)],
  ['speak on an adopted one', 'listAdopted', () => consolidation.canSpeakOnItem(author, adopted)],
  ['disagree with an adopted one', 'listAdopted', () => consolidation.canDisagree(author, adopted)],
  ['correct before the adoption', 'notAdopted', () => consolidation.canCorrectItem(secretariat, list)],
  ['adopt with open comments, where responses are due', 'commentsUnanswered', () => consolidation.canAdoptUnanswered({ required: true, owed: 1, names: ['A'] })],
  ['adopt with open comments, where none are due', 'may', () => consolidation.canAdoptUnanswered({ required: false, owed: 1, names: ['A'] })],
  ['decide about a withdrawn source among others', 'withdrawnIsOutcome', () => consolidation.canGiveOutcome(withdrawnAmongOthers, null)],
  ['decide about sources that stand', 'may', () => consolidation.canGiveOutcome([{ withdrawn: false }], null)],
  ['say of withdrawn ones that they are', 'may', () => consolidation.canGiveOutcome(withdrawnAmongOthers, 'withdrawn')],
  ['take an agreed item off', 'agreedStays', () => consolidation.canTakeOffList(secretariat, list, { ...item, status: 'agreed' })],
  ['take an item under objection off', 'objectedStays', () => consolidation.canTakeOffList(secretariat, list, { ...item, objections: 1 })],
  ['take it off without consensus', 'may', () => consolidation.canTakeOffList(secretariat, list, { status: 'noConsensus', objections: 1 })],
  ['declare what does not follow', 'statusNotNext', () => consolidation.canDeclareStatus(list, { ...item, status: 'agreed' }, 'pending', presiding)],
  ['declare the same again', 'may', () => consolidation.canDeclareStatus(list, item, 'pending', presiding)],
  ['declare agreement over an objection', 'objectionsStand', () => consolidation.canDeclareStatus(list, { ...item, objections: 1 }, 'agreed', presiding)],
  ['declare discussion over an objection', 'may', () => consolidation.canDeclareStatus(list, { ...item, objections: 1 }, 'underDiscussion', presiding)],
  ['declare agreement over typed words', 'typedWordsStand', () => consolidation.canDeclareStatus(list, { ...item, typedOver: true }, 'agreed', presiding)],
  ['declare discussion over typed words', 'may', () => consolidation.canDeclareStatus(list, { ...item, typedOver: true }, 'underDiscussion', presiding)],
  ['declare an agreed item agreed again under typed words', 'may', () => consolidation.canDeclareStatus(list, { status: 'agreed', objections: 0, typedOver: true }, 'agreed', presiding)],
  ['object to an agreed item', 'alreadyAgreed', () => consolidation.canObjectToItem(author, list, { ...item, status: 'agreed' })],

  ['read the draft of the report from outside', 'may not', () => documents.canReadDocument(visitor, draftReport)],
  ['read it as a participant', 'may', () => documents.canReadDocument(observer, draftReport)],
  ['read another draft report from outside', 'may', () => documents.canReadDocument(visitor, { ...draftReport, reportId: null })],
  ['read the report from outside', 'may', () => documents.canReadDocument(visitor, { ...draftReport, kind: 'report' })],
  ['prepare a withdrawn document', 'documentWithdrawn', () => documents.canPrepareDocument(secretariat, { ...paper, withdrawnAt: AT })],
  ['add a language to a withdrawn one', 'documentWithdrawn', () => documents.canAddFile(secretariat, { ...issuedPaper, withdrawnAt: AT })],
  ['issue a released thing without a file', 'may', () => documents.canIssueDocument(secretariat, thing)],
  ['withdraw a thing before its issue', 'may', () => documents.canWithdrawDocument(secretariat, thing)],
  ['withdraw it after its issue', 'documentIsThing', () => documents.canWithdrawDocument(secretariat, { ...thing, issuedAt: AT })],

  ['leave an adopted paragraph out', 'reportLeavesAdopted', () => reports.canLeaveOut(secretariat, drafted, optional('adopted'))],
  ['leave one adopted as amended out', 'reportLeavesAdopted', () => reports.canLeaveOut(secretariat, drafted, optional('adoptedAsAmended'))],
  ['leave a changed one out', 'may', () => reports.canLeaveOut(secretariat, drafted, optional('changed'))],
  ['mark a gap of an adopted report', 'reportAdopted', () => reports.canCompleteReport(secretariat, adoptedReport)],
  ['annul another decision after that', 'may', () => canAnnulDecision(secretariat, { sessionId: SESSION, step: 'opened', isReportAdopted: true })],
]

test.each(table)('%s: %s', (_, answer, decision) => {
  expect(answerOf(decision())).toBe(answer)
})

test('an adoption that waits for responses names some commenters, and says that there are more', () => {
  const names = (owed: number) => {
    const decision = consolidation.canAdoptUnanswered({ required: true, owed, names: ['A', 'B'] })
    return decision.allowed ? null : decision.values.names
  }
  expect([names(0), names(2), names(3)]).toEqual([null, 'A, B', 'A, B, …'])
})
