import { describe, expect, test } from 'vitest'
import * as amendments from '@/lib/amendments/policy'
import * as circulation from '@/lib/circulation/policy'
import * as commenting from '@/lib/circulation/comments/policy'
import * as compilation from '@/lib/circulation/compilation/policy'
import * as papers from '@/lib/circulation/papers/policy'
import * as requests from '@/lib/circulation/requests/policy'
import * as responses from '@/lib/circulation/responses/policy'
import * as comments from '@/lib/comments/policy'
import * as consolidation from '@/lib/consolidation/policy'
import type { Decision } from '@/lib/decision'
import { type Actor, type Membership, visitor } from '@/lib/delegations/actor'
import type { EntityKind, OfficeKind } from '@/lib/delegations/kinds'
import * as accounts from '@/lib/auth/accounts/policy'
import * as delegations from '@/lib/delegations/policy'
import { presides } from '@/lib/delegations/powers/powers'
import * as documents from '@/lib/documents/policy'
import * as proposals from '@/lib/proposals/policy'
import * as decisions from '@/lib/sessions/decisions/policy'
import * as attributions from '@/lib/sessions/attribution/policy'
import * as groups from '@/lib/sessions/groups/policy'
import * as reports from '@/lib/report/policy'
import * as sessions from '@/lib/sessions/policy'
import * as silences from '@/lib/silence/policy'

// Who may do what, as domain.md 1.4 says. A Rapporteur can read it: one row an act, one column a
// role; • may, · may not. The phase of each act stands in the second table.

const SESSION = 'the session'
const place = (delegationId: string, entityKind: EntityKind, maySubmit: boolean): Membership => ({
  representativeId: `${delegationId}-${maySubmit}`,
  delegationId,
  sessionId: SESSION,
  delegationName: delegationId,
  delegationState: 'registered',
  entityKind,
  role: maySubmit ? 'head' : 'adviser',
  maySubmit,
})
const person = (memberships: Membership[], offices: OfficeKind[] = []): Actor => ({
  personId: 'somebody',
  name: 'Somebody',
  memberships,
  offices: offices.map((kind) => ({ kind, sessionId: kind === 'secretariat' ? null : SESSION })),
})

const roles: Record<string, Actor> = {
  'head of the author': person([place('author', 'memberState', true)]),
  'its adviser': person([place('author', 'memberState', false)]),
  'another State': person([place('other', 'memberState', true)]),
  'its adviser too': person([place('other', 'memberState', false)]),
  'observer State': person([place('observer', 'observerState', true)]),
  organisation: person([place('organisation', 'intergovernmental', true)]),
  stakeholder: person([place('stakeholder', 'nonGovernmental', true)]),
  Chair: person([], ['chair']),
  'Vice-Chair': person([], ['viceChair']),
  Rapporteur: person([], ['rapporteur']),
  Secretariat: person([], ['secretariat']),
  Bureau: person([], ['bureau']),
  'withdrawn State': person([
    { ...place('gone', 'memberState', true), delegationState: 'withdrawn' },
  ]),
  'of another session': {
    ...person([{ ...place('author', 'memberState', true), sessionId: 'another' }]),
    offices: (['chair', 'rapporteur', 'viceChair', 'bureau'] as const).map((kind) => ({
      kind,
      sessionId: 'another',
    })),
  },
  visitor,
}

const [BEFORE, AFTER] = [new Date('2021-01-20'), new Date('2021-04-07')]
const prepared = {
  sessionId: SESSION,
  openedAt: null,
  openUntil: new Date('2021-04-06'),
  listAdopted: false,
}
const sentOut = { ...prepared, openedAt: new Date('2021-01-17') }
const request = { provedAt: new Date('2021-01-18'), decision: null }
const setting = {
  sessionId: SESSION,
  observersMayPropose: false,
  stakeholdersMayComment: true,
  delegationId: 'author',
  authorDelegationId: 'author',
}
const amendment = { sessionId: SESSION, delegationId: 'author', authorDelegationId: 'third' }
const ofOther = { ...amendment, authorDelegationId: 'other' }
const released = {
  delegationId: 'author',
  delegationName: 'Author',
  replacedById: null,
  withdrawnAt: null,
}

/** What policies export besides: facts about an object or a place, for the policies' own use and their callers'. */
const NO_PERMISSION = [
  'sideOf',
  'seatOf',
  'hasBroken',
  'isWithdrawn',
  'kindMayComment',
  'takeOverPlace',
]

const called = new Set<string>()

/** The policy of a room whose functions note that they were called. */
function watched<Room extends object>(name: string, room: Room): Room {
  return new Proxy(room, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        called.add(`${name}.${String(key)}`)
        return value(...args)
      }
    },
  })
}
const rooms = {
  accounts,
  amendments,
  attributions,
  commenting,
  comments,
  compilation,
  consolidation,
  decisions,
  groups,
  delegations,
  documents,
  papers,
  proposals,
  reports,
  requests,
  responses,
  sessions,
  silences,
}
const a_ = watched('amendments', amendments)
const b_ = watched('attributions', attributions)
const z_ = watched('reports', reports)
const e_ = watched('decisions', decisions)
const g_ = watched('groups', groups)
const c_ = watched('comments', comments)
const h_ = watched('commenting', commenting)
const k_ = watched('compilation', compilation)
const t_ = watched('requests', requests)
const r_ = watched('responses', responses)
const l_ = watched('consolidation', consolidation)
const d_ = watched('delegations', delegations)
const o_ = watched('documents', documents)
const u_ = watched('accounts', accounts)
const p_ = watched('proposals', proposals)
const s_ = watched('sessions', sessions)
const v_ = watched('circulation', circulation)
const q_ = watched('silences', silences)
const f_ = watched('papers', papers)

const drafted = { sessionId: SESSION, releasedAt: null, adoptedAt: null }
const releasedDraft = { ...drafted, releasedAt: BEFORE }
const adoptedReport = { ...releasedDraft, adoptedAt: AFTER }

const proposal = {
  ...setting,
  withdrawnAt: null,
  takenOver: null,
  listIssued: false,
  decided: 'undecided' as const,
}
const rule = { shared: true, sessionIds: [SESSION], withdrawnBy: ['author'] }
/** A comment of the author on a circulated list, and the same once it was answered. */
const circulated = { ...released, sessionId: SESSION, retractedAt: null, response: null }
const askedAuthor = { ...setting, observersMayTakePosition: true, addresseeIds: ['author'] }
const askedAll = {
  ...askedAuthor,
  addresseeIds: ['author', 'other', 'observer', 'organisation', 'stakeholder'],
}
const ownPaper = {
  sessionId: SESSION,
  delegationId: 'author',
  enteredBySecretariat: false,
  confirmedAt: null,
  discardedAt: null,
}
const enteredPaper = { ...ownPaper, enteredBySecretariat: true }
const answered = { ...circulated, response: { repliedAt: null } }
const making = { sessionId: SESSION, issuedAt: null }
/** What the author submitted on behalf of a group of which it and the other State were members on that day. */
const forGroup = (dissociated: boolean) => ({
  sessionId: SESSION,
  delegationId: 'author',
  members: ['author', 'other'].map((delegationId) => ({
    delegationId,
    dissociated: delegationId === 'other' && dissociated,
  })),
})
const group = { name: 'Group', members: ['member'], speakers: ['speaker'] }

/** A consolidated list and an item in states in which the acts depend on the person alone. */
const list = { sessionId: SESSION, adoptedAt: null }
const adopted = { sessionId: SESSION, adoptedAt: new Date() }
const stockTaking = { id: SESSION, kind: 'stockTaking' as const }
const item = { status: 'pending' as const, objections: 0 }
const paper = {
  kind: 'paper' as const,
  reportId: null,
  sessionId: SESSION,
  distribution: 'general' as const,
  issuedAt: null,
  withdrawnAt: null,
}
const issuedPaper = { ...paper, issuedAt: new Date() }
/** A question put to two delegations and an observer, at moments in which the acts depend on the person alone. */
const asked = {
  sessionId: SESSION,
  discardedAt: null,
  openedAt: new Date('2020-04-12T10:00:00Z'),
  deadline: new Date('2020-04-15T10:00:00Z'),
  graceMinutes: 30,
  declaredAt: null,
  extensions: [],
  breaks: [],
  hasLater: false,
  decisionId: null,
  seats: (['author', 'observer'] as const).map((delegationId) => ({
    id: delegationId,
    entitled: delegationId === 'author',
    personId: null,
    delegationId,
  })),
}
const inTime = new Date('2020-04-13T10:00:00Z')
const waiting = new Date('2020-04-15T10:10:00Z')
const over = new Date('2020-04-16T10:00:00Z')
const ownBreak = { memberId: 'author', receivedAt: inTime, enteredAt: inTime, withdrawnAt: null }
const brokenOne = { ...asked, breaks: [ownBreak] }
const calm = { ...asked, breaks: [{ ...ownBreak, withdrawnAt: inTime }] }
const preparedOne = { ...asked, openedAt: null, deadline: null, graceMinutes: null }
/** As if nobody had handed over powers. */
const now = (actor: Actor) => ({ presides: presides(actor, SESSION, null) })

type Ability = (actor: Actor) => boolean | Decision
// biome-ignore format: it is read as a table
const table: [act: string, who: string, ability: Ability][] = [
  // The columns, in the order of `roles` above:
  //                                     author  other   obs org ngo  Ch VC Ra Se Bu  gone else visitor
  ['write a proposal', '••••···········', (a) => p_.canDraftProposal(a, setting)],
  ['submit a proposal', '•·•············', (a) => p_.canSubmitProposal(a, setting)],
  ['ask the head to release', '·•·•···········', (a) => p_.canAskToRelease(a, setting)],
  ['revise the proposal', '••·············', (a) => p_.canReviseProposal(a, setting)],
  ['withdraw the proposal', '•··············', (a) => p_.canWithdrawProposal(a, proposal)],
  ['co-sponsor it', '··•············', (a) => p_.canCoSponsorProposal(a, proposal)],
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
  ['make a new version of that amendment', '•··············', (a) => a_.canTakeIntoAmendment(a, amendment)],
  ['keep a text that is to be deleted', '•··············', (a) => a_.canDecideDeletion(a, setting)],
  ['answer an amendment', '•·•······•·····', (a) => a_.canAnswerAmendment(a, setting)],
  ['decide the amendments to it', '••·············', (a) => a_.canDecideAmendments(a, setting)],
  ['compile the list', '·········••····', (a) => p_.canCompileList(a, making)],
  ['issue the list', '··········•····', (a) => p_.canIssueList(a, making)],
  ['read it in the making', '·······••••····', (a) => p_.canReadListInTheMaking(a, SESSION)],
  ['write a comment', '•••••••········', (a) => c_.canDraftComment(a, setting)],
  ['comment on the proposal', '•·•·•••········', (a) => c_.canCommentOnProposal(a, { ...setting, withdrawn: false })],
  ['comment on a withdrawn one', '···············', (a) => c_.canCommentOnProposal(a, { ...setting, withdrawn: true })],
  ['release a comment', '•·•·•••········', (a) => c_.canReleaseComment(a, setting)],
  ["replace or withdraw the author's comment", '•··············', (a) => c_.canEndComment(a, setting, released)],
  ['replace or withdraw what has ended', '···············', (a) => c_.canEndComment(a, setting, { ...released, replacedById: 'later' })],
  ['reply to a comment that counts', '•••••••••••••••', () => c_.canReplyTo(released)],
  ['reply to a withdrawn one', '···············', () => c_.canReplyTo({ ...released, withdrawnAt: new Date() })],
  ['write a comment on a circulated list', '•••••••········', (a) => h_.canDraftHere(a, askedAll)],
  ['write one where the author alone is asked', '••·············', (a) => h_.canDraftHere(a, askedAuthor)],
  ['release it', '•·•·•••········', (a) => h_.canReleaseHere(a, askedAll)],
  ['release what came on paper, decide on late ones', '··········•····', (a) => h_.canEnterForOthers(a, SESSION)],
  ['state a position, as an observer, where the group closes it', '···············', () => h_.canTakePosition('observerState', 'supports', { observersMayTakePosition: false })],
  ['ask a question there', '•••••••••••••••', () => h_.canTakePosition('observerState', 'question', { observersMayTakePosition: false })],
  ['replace or withdraw the author’s there', '•··············', (a) => h_.canEndHere(a, askedAll, circulated)],
  ['replace or withdraw what has ended there', '···············', (a) => h_.canEndHere(a, askedAll, { ...circulated, withdrawnAt: new Date() })],
  ['take a posted comment down', '•·········•····', (a) => h_.canRetract(a, askedAll, { ...circulated, isPosted: true })],
  ['take it down before it is posted', '···············', (a) => h_.canRetract(a, askedAll, { ...circulated, isPosted: false })],
  ['read a released comment before it is posted', '••·····•••••···', (a) => h_.canReadReleased(a, SESSION, { delegationId: 'author', isPosted: false })],
  ['read it afterwards', '•••••••••••••••', (a) => h_.canReadReleased(a, SESSION, { delegationId: 'author', isPosted: true })],
  ['read every comment', '·······•••••···', (a) => k_.readsAllComments(a, SESSION)],
  ['read the compilation', '••••••••••••···', (a) => k_.canReadCompilation(a, SESSION)],
  ['write a response', '·········••····', (a) => r_.canDraftResponse(a, SESSION)],
  ['answer a comment', '·········••····', (a) => r_.canRespond(a, circulated)],
  ['answer a withdrawn one', '···············', (a) => r_.canRespond(a, { ...circulated, withdrawnAt: new Date() })],
  ['answer a replaced one', '···············', (a) => r_.canRespond(a, { ...circulated, replacedById: 'later' })],
  ['answer a retracted one', '···············', (a) => r_.canRespond(a, { ...circulated, retractedAt: new Date() })],
  ['answer one twice', '···············', (a) => r_.canRespond(a, answered)],
  ['reply to its response', '•··············', (a) => r_.canReplyToResponse(a, answered)],
  ['reply before there is one', '···············', (a) => r_.canReplyToResponse(a, circulated)],
  ['reply twice', '···············', (a) => r_.canReplyToResponse(a, { ...circulated, response: { repliedAt: new Date() } })],
  ['prepare circulations, by office', '··········•····', (a) => v_.preparesCirculations(a, SESSION)],
  ['prepare a circulation', '··········•····', (a) => v_.canCreateCirculation(a, { id: SESSION, kind: 'stockTaking' })],
  ['prepare one for a topical session', '···············', (a) => v_.canCreateCirculation(a, { id: SESSION, kind: 'topical' })],
  ['change what will go out', '··········•····', (a) => v_.canChangeCirculation(a, prepared)],
  ['open a circulation', '··········•····', (a) => v_.canOpenCirculation(a, prepared)],
  ['open it twice', '···············', (a) => v_.canOpenCirculation(a, sentOut)],
  ['open it after the adoption', '···············', (a) => v_.canOpenCirculation(a, { ...prepared, listAdopted: true })],
  ['ask more delegations', '··········•····', (a) => v_.canAddAddressees(a, sentOut, BEFORE)],
  ['ask more after the deadline', '···············', (a) => v_.canAddAddressees(a, sentOut, AFTER)],
  ['extend a circulation', '··········•····', (a) => v_.canExtendCirculation(a, sentOut, BEFORE)],
  ['extend one that is not open', '···············', (a) => v_.canExtendCirculation(a, prepared, BEFORE)],
  ['extend it after the deadline', '···············', (a) => v_.canExtendCirculation(a, sentOut, AFTER)],
  ['decide on a request to take part', '··········•····', (a) => t_.canDecideOnRequest(a, sentOut, request)],
  ['decide on one whose address is not proved', '···············', (a) => t_.canDecideOnRequest(a, sentOut, { ...request, provedAt: null })],
  ['decide twice', '···············', (a) => t_.canDecideOnRequest(a, sentOut, { ...request, decision: 'refused' })],
  ['let a stakeholder take part', '··········•····', (a) => t_.canAdmitRequest(a, sentOut, request, BEFORE)],
  ['let one take part after the deadline', '···············', (a) => t_.canAdmitRequest(a, sentOut, request, AFTER)],
  ['read which lists circulate', '••••••••••••···', (a) => v_.canReadCirculations(a, SESSION)],
  ['consolidate, by office', '·········••····', (a) => l_.consolidates(a, SESSION)],
  ['open a stock-taking, by office', '··········•····', (a) => l_.choosesLists(a, SESSION)],
  ['open the consolidated list', '··········•····', (a) => l_.canOpenConsolidation(a, stockTaking)],
  ['choose what it covers', '··········•····', (a) => l_.canChooseLists(a, list)],
  ['work on the list', '·········••····', (a) => l_.canWorkOnList(a, list)],
  ['give a withdrawn item another outcome', '···············', () => l_.canGiveOutcome([{ withdrawn: true }], 'deferred')],
  ['merge an item', '·········••····', (a) => l_.canMergeItem(a, list, item)],
  ['take an item off the list', '·········••····', (a) => l_.canTakeOffList(a, list, item)],
  ['reword an item', '·········••····', (a) => l_.canRewordItem(a, list, item, now(a))],
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
  ['fix the text on the screen', '·······••••····', (a) => l_.canFixScreenText(a, list, item, now(a))],
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
  ['issue a document', '··········•····', (a) => o_.canIssueDocument(a, { ...paper, files: 1, isThing: false })],
  ['issue an empty one', '···············', (a) => o_.canIssueDocument(a, { ...paper, files: 0, isThing: false })],
  ['withdraw a document', '··········•····', (a) => o_.canWithdrawDocument(a, { ...issuedPaper, isThing: false })],
  ['put a question under silence', '·······•··•····', (a) => q_.canConductSilence(a, SESSION)],
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
  ['decide again what is confirmed', '···············', (a) => f_.canDecidePaper(a, { ...ownPaper, confirmedAt: new Date() })],
  ['create a session', '··········•····', (a) => s_.canCreateSession(a)],
  ['change the session', '··········•····', (a) => s_.canChangeSession(a, SESSION)],
  ['open and close periods', '··········•····', (a) => s_.canSetPeriods(a, SESSION)],
  ['belong to a Secretariat', '··········•····', (a) => d_.isOfSomeSecretariat(a)],
  ['register delegations', '··········•····', (a) => d_.canRegisterDelegations(a, SESSION)],
  ['keep accounts', '··········•····', (a) => u_.canManageAccounts(a)],
  ['close an account', '··········•····', (a) => u_.canCloseAccount(a, { personId: 'another' })],
  ['change the group', '··········•····', (a) => g_.canChangeGroup(a)],
  ['read the report in the making', '·······•••••···', (a) => z_.canReadReport(a, drafted)],
  ['read the released draft', '••••••••••••···', (a) => z_.canReadReport(a, releasedDraft)],
  ['write the report', '·········••····', (a) => z_.canWriteReport(a, drafted)],
  ['write an adopted one', '···············', (a) => z_.canWriteReport(a, adoptedReport)],
  ['say what the Secretariat completes', '··········•····', (a) => z_.canCompleteReport(a, drafted)],
  ['release the draft report', '··········•····', (a) => z_.canReleaseReport(a, drafted)],
  ['release it twice', '···············', (a) => z_.canReleaseReport(a, releasedDraft)],
  ['rule on its paragraphs', '·······•·······', (a) => z_.canRuleOnReport(a, releasedDraft, null)],
  ['rule before its release', '···············', (a) => z_.canRuleOnReport(a, drafted, null)],
  ['complete a place of an adopted one', '··········•····', (a) => z_.canFillReport(a, adoptedReport)],
  ['propose a corrigendum of the issued report', '··········•····', (a) => z_.canCorrectReport(a, { ...adoptedReport, isIssued: true })],
  ['propose one before its issue', '···············', (a) => z_.canCorrectReport(a, { ...adoptedReport, isIssued: false })],
  ['complete a place before adoption', '···············', (a) => z_.canFillReport(a, releasedDraft)],
  ['rule on an adopted one', '···············', (a) => z_.canRuleOnReport(a, adoptedReport, null)],
  ['open a session', '·······•··•····', (a) => e_.canRecordDecision(a, SESSION, 'opened', null)],
  ['enter approved dates', '··········•····', (a) => e_.canRecordDecision(a, SESSION, 'datesApproved', null)],
  ['annul a decision', '··········•····', (a) => e_.canAnnulDecision(a, SESSION)],
  ['appoint officers', '··········•····', (a) => d_.canAppointOfficers(a, SESSION, { wholeGroup: true })],
]

const isAllowed = (answer: boolean | Decision): boolean =>
  typeof answer === 'boolean' ? answer : answer.allowed

describe('who may', () => {
  test.each(table)('%s', (_, who, ability) => {
    const drawn = Object.values(roles).map((actor) => (isAllowed(ability(actor)) ? '•' : '·'))
    expect(drawn.join('')).toBe(who)
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

describe('what the settings of the group change', () => {
  test('observer States propose where the group admits it; organisations never', () => {
    const open = { ...setting, observersMayPropose: true }
    expect(proposals.canSubmitProposal(roles['observer State']!, open)).toBe(true)
    expect(proposals.canSubmitProposal(roles.organisation!, open)).toBe(false)
  })

  test('other stakeholders comment unless the group closes it to them', () => {
    const closed = { ...setting, stakeholdersMayComment: false }
    expect(comments.canReleaseComment(roles.stakeholder!, closed)).toBe(false)
    expect(comments.canReleaseComment(roles.organisation!, closed)).toBe(true)
  })

  test('a Chair who handed over presides no more; the Vice-Chair who received the powers does', () => {
    const chair = { ...roles.Chair!, personId: 'the Chair' }
    const vice = { ...roles['Vice-Chair']!, personId: 'the Vice-Chair' }
    const powers = { fromPersonId: 'the Chair', toPersonId: 'the Vice-Chair' }
    expect(presides(chair, SESSION, powers)).toBe(false)
    expect(presides(vice, SESSION, powers)).toBe(true)
    expect(presides({ ...vice, personId: 'another Vice-Chair' }, SESSION, powers)).toBe(false)
  })
})
