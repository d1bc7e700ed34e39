import { describe, expect, test } from 'vitest'
import type { Decision } from '@/lib/decision'
import { type Actor, isSignedIn, visitor } from '@/lib/delegations/actor'
import { presides } from '@/lib/delegations/powers/powers'
import {
  BEFORE,
  adopted,
  amendment,
  asked,
  askedAuthor,
  brokenOne,
  calm,
  enteredPaper,
  forGroup,
  group,
  inTime,
  issuedPaper,
  item,
  list,
  making,
  ofOther,
  over,
  ownBreak,
  ownPaper,
  paper,
  preparedOne,
  proposal,
  released,
  rule,
  setting,
  stockTaking,
  waiting,
} from '@/tests/support/permissions/objects'
import { actsOnCirculations } from '@/tests/support/permissions/circulations'
import { decisionsOnChanges } from '@/tests/support/permissions/changes'
import { actsOnReports } from '@/tests/support/permissions/reports'
import { SESSION, roles } from '@/tests/support/permissions/people'
import type { Permission } from '@/tests/support/permissions/permission'
import {
  a_,
  b_,
  c_,
  called,
  d_,
  e_,
  f_,
  g_,
  l_,
  n_,
  o_,
  p_,
  q_,
  rooms,
  s_,
  u_,
} from '@/tests/support/permissions/policies'

// The permissions of domain.md 1.4. A Rapporteur can read the table: one row an act, one column a
// role; • may, · may not. permissions-by-state.test.ts says in which state.

/** Other exports of policies: facts about an object or a place, for the policies themselves and their callers. */
const NO_PERMISSION = [
  'sideOf',
  'seatOf',
  'hasBroken',
  'isOpenAmendment',
  'isWithdrawn',
  'kindMayComment',
  'takeOverPlace',
]

/** Without a handover of powers. */
const now = (actor: Actor) => ({ presides: presides(actor, SESSION, null) })

// biome-ignore format: it is read as a table
const table: Permission[] = [
  // The columns, in the order of `roles` above:
  //                                     author  other   obs org ngo  Ch VC Ra Se Bu  gone else visitor
  ['write a proposal', '••••···········', (a) => p_.canDraftProposal(a, setting)],
  [
    'be offered to begin a proposal',
    '••••···········',
    (a) => p_.canBeginProposal(a, { ...setting, submission: { open: true } }),
  ],
  [
    'be offered to begin a proposal after the deadline',
    '···············',
    (a) => p_.canBeginProposal(a, { ...setting, submission: { open: false } }),
  ],
  ['submit a proposal', '•·•············', (a) => p_.canSubmitProposal(a, setting)],
  ['ask the head to release', '·•·•···········', (a) => p_.canAskToRelease(a, setting)],
  ['revise the proposal', '••·············', (a) => p_.canReviseProposal(a, setting)],
  ['withdraw the proposal', '•··············', (a) => p_.canWithdrawProposal(a, proposal)],
  ['co-sponsor it', '··•············', (a) => p_.canCoSponsorProposal(a, proposal)],
  ['join its present revision', '··•············', (a) => p_.joinsAs(a, { ...proposal, currentNumber: 1, coSponsors: [] }) !== null],
  ['take over another State’s', '··•············', (a) => p_.canTakeOverProposal(a, { ...proposal, withdrawnAt: new Date() }, rule)],
  ['leave a co-sponsorship', '··•············', (a) => p_.canLeaveCoSponsorship(a, proposal)],
  ['dissociate its State from what the author submitted for their group', '··•············', (a) => b_.canDissociate(a, forGroup(false))],
  ['dissociate it twice', '···············', (a) => b_.canDissociate(a, forGroup(true))],
  ['associate it again', '··•············', (a) => b_.canAssociateAgain(a, forGroup(true))],
  ['associate again what stayed', '···············', (a) => b_.canAssociateAgain(a, forGroup(false))],
  ['submit on behalf of a group, as a member on that day', '•••••••••••••••', () => b_.canActOnBehalf('member', group)],
  ['submit on behalf of it, as the holder of its capacity', '•••••••••••••••', () => b_.canActOnBehalf('speaker', group)],
  ['submit on behalf of a group without being either', '···············', () => b_.canActOnBehalf('other', group)],
  ['write an amendment of it', '··••···········', (a) => a_.canDraftAmendment(a, setting)],
  ['amend the proposal', '··•············', (a) => a_.canAmendProposal(a, { ...setting, withdrawn: false })],
  ['amend a withdrawn one', '···············', (a) => a_.canAmendProposal(a, { ...setting, withdrawn: true })],
  ['co-sponsor an amendment', '··•············', (a) => a_.canCoSponsorStandingAmendment(a, { ...amendment, withdrawn: false, replaced: false, proposalWithdrawn: false })],
  ['co-sponsor a withdrawn one', '···············', (a) => a_.canCoSponsorStandingAmendment(a, { ...amendment, withdrawn: true, replaced: false, proposalWithdrawn: false })],
  ['co-sponsor one of a withdrawn proposal', '···············', (a) => a_.canCoSponsorStandingAmendment(a, { ...amendment, withdrawn: false, replaced: false, proposalWithdrawn: true })],
  ['co-sponsor a replaced one', '···············', (a) => a_.canCoSponsorStandingAmendment(a, { ...amendment, withdrawn: false, replaced: true, proposalWithdrawn: false })],
  ['release an amendment', '··•············', (a) => a_.canReleaseAmendment(a, setting)],
  ['withdraw that amendment', '•··············', (a) => a_.canWithdrawAmendment(a, amendment)],
  ['co-sponsor that amendment', '··•············', (a) => a_.canCoSponsorAmendment(a, amendment)],
  ['co-sponsor one to its own text', '···············', (a) => a_.canCoSponsorAmendment(a, ofOther)],
  ['stop co-sponsoring it', '··•············', (a) => a_.canLeaveAmendment(a, ofOther)],
  ...decisionsOnChanges,
  ['decline changes, or keep a text', '•··············', (a) => a_.canDeclineAmendments(a, setting)],
  ['answer an amendment', '•·•······•·····', (a) => a_.canAnswerAmendment(a, setting)],
  ['decide the amendments to it', '••·············', (a) => a_.canDecideAmendments(a, setting)],
  ['compile the list', '·········••····', (a) => p_.canCompileList(a, making)],
  ['issue the list', '··········•····', (a) => p_.canIssueList(a, making)],
  ['read it in the making', '·······••••····', (a) => s_.canReadListInTheMaking(a, SESSION)],
  ['read of the stock-taking', '••••••••••••···', (a) => s_.canReadConsolidated(a, SESSION)],
  ['write a comment', '•••••••········', (a) => c_.canDraftComment(a, setting)],
  ['comment on the proposal', '•·•·•••········', (a) => c_.canCommentOnProposal(a, { ...setting, withdrawn: false })],
  ['comment on a withdrawn one', '···············', (a) => c_.canCommentOnProposal(a, { ...setting, withdrawn: true })],
  ['release a comment', '•·•·•••········', (a) => c_.canReleaseComment(a, setting)],
  ["replace or withdraw the author's comment", '•··············', (a) => c_.canEndComment(a, setting, released)],
  ['replace or withdraw what has ended', '···············', (a) => c_.canEndComment(a, setting, { ...released, replacedById: 'later' })],
  ['reply to a comment that counts', '•••••••••••••••', () => c_.canReplyTo(released)],
  ['reply to a withdrawn one', '···············', () => c_.canReplyTo({ ...released, withdrawnAt: new Date() })],
  ...actsOnCirculations,
  ['consolidate, by office', '·········••····', (a) => l_.consolidates(a, SESSION)],
  ['open a stock-taking, by office', '··········•····', (a) => l_.choosesLists(a, SESSION)],
  ['open the consolidated list', '··········•····', (a) => l_.canOpenConsolidation(a, stockTaking)],
  ['choose what it covers', '··········•····', (a) => l_.canChooseLists(a, list)],
  ['work on the list', '·········••····', (a) => l_.canWorkOnList(a, list)],
  ['give a withdrawn item another outcome', '···············', () => l_.canGiveOutcome([{ withdrawn: true }], 'deferred')],
  ['merge an item', '·········••····', (a) => l_.canMergeItem(a, list, item)],
  ['take an item off the list', '·········••····', (a) => l_.canTakeOffList(a, list, item)],
  ['reword an item', '·········••····', (a) => l_.canRewordItem(a, list, item)],
  ['preside, by office', '·······••······', (a) => l_.holdsTheChair(a, SESSION)],
  ['preside now', '·······•·······', (a) => presides(a, SESSION, null)],
  ['declare', '·······•·······', (a) => l_.canDeclare(list, now(a))],
  ['declare agreed', '·······•·······', (a) => l_.canDeclareStatus(list, item, 'agreed', now(a))],
  ['adopt the list', '·······•·······', (a) => l_.canAdoptList(a, list, now(a))],
  ['adopt while comments are received', '···············', () => l_.canAdoptReceiving({ until: BEFORE })],
  ['adopt when none are received any more', '•••••••••••••••', () => l_.canAdoptReceiving(null)],
  ['adopt with every comment answered', '•••••••••••••••', () => l_.canAdoptUnanswered({ required: true, owed: 0, names: [] })],
  ['adopt with one unanswered', '···············', () => l_.canAdoptUnanswered({ required: true, owed: 1, names: ['A'] })],
  ['run the screen, by office', '·······••••····', (a) => l_.runsScreen(a, SESSION)],
  ['use the screen', '·······••••····', (a) => l_.canUseScreen(a, list)],
  ['reword an agreed item', '···············', (a) => l_.canRewordItem(a, list, { ...item, status: 'agreed' })],
  ['type on the screen', '·······••••····', (a) => l_.canTypeOnScreen(a, list, item)],
  ['type into an agreed item', '···············', (a) => l_.canTypeOnScreen(a, list, { ...item, status: 'agreedAdReferendum' })],
  ['speak for a Member State', '•·•············', (a) => l_.speaksForState(a, SESSION)],
  ['object', '•·•············', (a) => l_.canObjectToItem(a, list, item)],
  ['support a wording', '•·•············', (a) => l_.canSpeakOnItem(a, list)],
  ['disagree', '•·•·•••········', (a) => l_.canDisagree(a, list)],
  ['read what became of ours', '•••••••········', (a) => l_.canReadOurs(a, SESSION)],
  ['read the desk', '·······••••····', (a) => l_.canReadDesk(a, SESSION)],
  ['read the consolidated list', '••••••••••••···', (a) => l_.canReadConsolidated(a, SESSION)],
  ['take a snapshot', '·······•··•····', (a) => l_.canTakeSnapshot(a, list, now(a))],
  ['propose a corrigendum', '··········•····', (a) => l_.canCorrectItem(a, adopted)],
  ['read a proposed corrigendum', '·······••·•····', (a) => l_.canReadCorrigenda(a, adopted)],
  ['release it', '·······•··•····', (a) => l_.canReleaseCorrigendum({ ...a, personId: 'p' }, adopted, { proposedById: 'q' }, now(a))],
  ['release one\'s own', '···············', (a) => l_.canReleaseCorrigendum({ ...a, personId: 'p' }, adopted, { proposedById: 'p' }, now(a))],
  ['change a list that is not adopted', '•••••••••••••••', (a) => l_.canChangeList(a, list)],
  ['change one that is', '···············', (a) => l_.canChangeList(a, adopted)],
  ['keep the register of documents', '··········•····', (a) => o_.canKeepRegister(a, SESSION)],
  ['read a document in preparation', '··········•····', (a) => o_.canReadDocument(a, paper)],
  ['read an issued one', '•••••••••••••••', (a) => o_.canReadDocument(a, issuedPaper)],
  ['read a restricted one', '••••••••••••••·', (a) => o_.canReadDocument(a, { ...issuedPaper, distribution: 'restricted' })],
  ['read the issued draft of the report', '••••••••••••••·', (a) => o_.canReadDocument(a, { ...issuedPaper, kind: 'draftReport', reportId: 'r' })],
  ['issue the report by hand', '···············', (a) => o_.canIssueDocument(a, { ...paper, kind: 'report', reportId: 'r', files: 1, isThing: true })],
  ['read a withdrawn one', '··········•····', (a) => o_.canReadDocument(a, { ...issuedPaper, withdrawnAt: new Date() })],
  ['prepare a document', '··········•····', (a) => o_.canPrepareDocument(a, paper)],
  ['prepare an issued one', '···············', (a) => o_.canPrepareDocument(a, issuedPaper)],
  ['add a language to an issued one', '··········•····', (a) => o_.canAddFile(a, issuedPaper)],
  ['correct an issued one', '··········•····', (a) => o_.canCorrectDocument(a, issuedPaper)],
  ['issue a document', '··········•····', (a) => o_.canIssueDocument(a, { ...paper, files: 1, isThing: false })],
  ['issue an empty one', '···············', (a) => o_.canIssueDocument(a, { ...paper, files: 0, isThing: false })],
  ['withdraw a document', '··········•····', (a) => o_.canWithdrawDocument(a, { ...issuedPaper, isThing: false })],
  ['put a question under silence', '·······•··•····', (a) => q_.canConductSilence(a, { sessionId: SESSION, powers: null })],
  ['put dates once it is open', '···············', () => q_.canPutSubject('dates', { status: 'open', agendaApproved: true })],
  ['put a text then', '•••••••••••••••', () => q_.canPutSubject('text', { status: 'open', agendaApproved: true })],
  ['read one in preparation', '·······•··•····', (a) => q_.canReadSilence(a, preparedOne)],
  ['read one under silence', '••··•··•··•····', (a) => q_.canReadSilence(a, asked)],
  ['change it before', '·······•··•····', (a) => q_.canPrepareSilence(a, preparedOne)],
  ['change it under silence', '···············', (a) => q_.canPrepareSilence(a, asked)],
  ['break the silence', '•··············', (a) => q_.canBreakSilence(a, asked)],
  ['enter a break by note', '··········•····', (a) => q_.canEnterBreak(a, asked)],
  ['withdraw the author’s break', '•··············', (a) => q_.canWithdrawBreak(a, brokenOne, ownBreak, inTime)],
  ['withdraw it after the deadline', '···············', (a) => q_.canWithdrawBreak(a, brokenOne, ownBreak, waiting)],
  ['attach an explanation', '•···•··········', (a) => q_.canRemark(a, asked, inTime)],
  ['attach one when it is over', '···············', (a) => q_.canRemark(a, asked, over)],
  ['give more time', '·······•··•····', (a) => q_.canExtendSilence(a, asked, inTime)],
  ['give it after the deadline', '···············', (a) => q_.canExtendSilence(a, asked, waiting)],
  ['resume', '·······•··•····', (a) => q_.canResumeSilence(a, calm)],
  ['resume what is broken', '···············', (a) => q_.canResumeSilence(a, brokenOne)],
  ['declare the result', '·······•·······', (a) => q_.canDeclareResult(asked, { ...now(a), now: waiting })],
  ['declare it before the deadline', '···············', (a) => q_.canDeclareResult(asked, { ...now(a), now: inTime })],
  ['enter the decision', '·······•··•····', (a) => q_.canDecideSilence(a, asked, over)],
  ['enter one of what is broken', '···············', (a) => q_.canDecideSilence(a, brokenOne, over)],
  ['revise what is broken', '·······•··•····', (a) => q_.canReviseSilence(a, brokenOne, inTime)],
  ['send papers of the author', '••········•····', (a) => f_.canHandlePapers(a, askedAuthor, 'author')],
  ['send those of who is not asked', '···············', (a) => f_.canHandlePapers(a, askedAuthor, 'other')],
  ['read a paper of the author', '••·············', (a) => f_.canReadPaper(a, ownPaper)],
  ['read one that was entered for it', '••········•····', (a) => f_.canReadPaper(a, enteredPaper)],
  ['decide about its pieces', '••·············', (a) => f_.canDecidePaper(a, ownPaper)],
  ['decide about those that were entered', '··········•····', (a) => f_.canDecidePaper(a, enteredPaper)],
  ['give a piece of one of them to another', '··········•····', (a) => f_.canGivePieces(a, { ...enteredPaper, kind: 'free' })],
  ['give a piece of an own paper', '···············', (a) => f_.canGivePieces(a, { ...ownPaper, kind: 'free' })],
  ['give a row of a form', '···············', (a) => f_.canGivePieces(a, { ...enteredPaper, kind: 'form' })],
  ['decide again what is confirmed', '···············', (a) => f_.canDecidePaper(a, { ...ownPaper, confirmedAt: new Date() })],
  ['create a session', '··········•····', (a) => s_.canCreateSession(a)],
  ['change the session', '··········•····', (a) => s_.canChangeSession(a, SESSION)],
  ['open and close periods', '··········•····', (a) => s_.canSetPeriods(a, SESSION)],
  ['belong to a Secretariat', '··········•····', (a) => d_.isOfSomeSecretariat(a)],
  ['register delegations', '··········•····', (a) => d_.canRegisterDelegations(a, SESSION)],
  ['keep accounts', '··········•····', (a) => u_.canManageAccounts(a)],
  ['close an account', '··········•····', (a) => u_.canCloseAccount(a, { personId: 'another' })],
  ['reset an authenticator app', '··········•····', (a) => u_.canResetFactor(a, { personId: 'another' })],
  ['send a mail again that was given up', '··········•····', (a) => n_.canSendMailAgain(a, { state: 'failed' })],
  ['send one again that is on its way', '···············', (a) => n_.canSendMailAgain(a, { state: 'retrying' })],
  ['change the group', '··········•····', (a) => g_.canChangeGroup(a)],
  ...actsOnReports,
  ['open a session', '·······•··•····', (a) => e_.canRecordDecision(a, SESSION, 'opened', null)],
  ['enter approved dates', '··········•····', (a) => e_.canRecordDecision(a, SESSION, 'datesApproved', null)],
  ['rule in the room', '·······•·······', (a) => e_.canRule(a, SESSION, null)],
  ['put a decision on the screen', '·······•··•····', (a) => e_.canShowDecision(a, SESSION, null)],
  ['annul a decision', '··········•····', (a) => e_.canAnnulDecision(a, { sessionId: SESSION, step: 'reportAdopted', isReportAdopted: false })],
  ['annul that of an adopted report', '···············', (a) => e_.canAnnulDecision(a, { sessionId: SESSION, step: 'reportAdopted', isReportAdopted: true })],
  ['read who holds which office', '·······•··•····', (a) => d_.canReadOfficers(a, SESSION)],
  ['appoint officers', '··········•····', (a) => d_.canAppointOfficers(a, SESSION, { wholeGroup: true })],
]

const isAllowed = (answer: boolean | Decision): boolean =>
  typeof answer === 'boolean' ? answer : answer.allowed

describe('who may', () => {
  test.each(table)('%s', (_, signs, ability) => {
    const drawn = Object.values(roles).map((actor) => (isAllowed(ability(actor)) ? '•' : '·'))
    expect(drawn.join('')).toBe(signs)
  })

  test('every function of every policy is called by a row of the table', () => {
    for (const [, , ability] of table) ability(visitor)
    const missing = Object.entries(rooms).flatMap(([name, room]) =>
      Object.entries(room)
        .filter(([key, value]) => typeof value === 'function' && !NO_PERMISSION.includes(key))
        .map(([key]) => `${name}.${key}`)
        .filter((key) => !called.has(key)),
    )
    expect(missing).toEqual([])
  })
})

test('everybody but a visitor is signed in', () => {
  const signedIn = Object.entries(roles).filter(([, actor]) => isSignedIn(actor))
  expect(signedIn).toHaveLength(Object.keys(roles).length - 1)
  expect(isSignedIn(visitor)).toBe(false)
})
