import { SESSION } from './people'

// Objects in states in which the acts depend on the person alone, unless a name says otherwise.

export const [BEFORE, AFTER] = [new Date('2021-01-20'), new Date('2021-04-07')]
export const prepared = {
  sessionId: SESSION,
  openedAt: null,
  openUntil: new Date('2021-04-06'),
  listAdopted: false,
}
export const sentOut = { ...prepared, openedAt: new Date('2021-01-17') }
export const request = { provedAt: new Date('2021-01-18'), decision: null }
export const setting = {
  sessionId: SESSION,
  observersMayPropose: false,
  stakeholdersMayComment: true,
  delegationId: 'author',
  authorDelegationId: 'author',
}
export const amendment = { sessionId: SESSION, delegationId: 'author', authorDelegationId: 'third' }
export const change = {
  withdrawn: false,
  declined: false,
  amended: { ...amendment, open: true },
  proposalWithdrawn: false,
}
export const ofOther = { ...amendment, authorDelegationId: 'other' }
export const released = {
  delegationId: 'author',
  delegationName: 'Author',
  replacedById: null,
  withdrawnAt: null,
}

export const drafted = { sessionId: SESSION, releasedAt: null, adoptedAt: null }
export const releasedDraft = { ...drafted, releasedAt: BEFORE }
export const adoptedReport = { ...releasedDraft, adoptedAt: AFTER }

export const proposal = {
  ...setting,
  withdrawnAt: null,
  takenOver: null,
  listIssued: false,
  decided: 'undecided' as const,
}
export const rule = { shared: true, sessionIds: [SESSION], withdrawnBy: ['author'] }
/** A comment of the author on a circulated list, and the same once it was answered. */
export const circulated = { ...released, sessionId: SESSION, retractedAt: null, response: null }
export const askedAuthor = { ...setting, observersMayTakePosition: true, addresseeIds: ['author'] }
export const askedAll = {
  ...askedAuthor,
  addresseeIds: ['author', 'other', 'observer', 'organisation', 'stakeholder'],
}
export const inHand = { delegationId: 'author', enteredBySecretariat: false }
export const enteredInHand = { ...inHand, enteredBySecretariat: true }
export const ownPaper = {
  sessionId: SESSION,
  delegationId: 'author',
  enteredBySecretariat: false,
  confirmedAt: null,
  discardedAt: null,
}
export const enteredPaper = { ...ownPaper, enteredBySecretariat: true }
export const answered = { ...circulated, response: { repliedAt: null } }
export const making = { sessionId: SESSION, issuedAt: null }
/** An attribution to a group of which the author and the other State were members on that day. */
export const forGroup = (dissociated: boolean) => ({
  sessionId: SESSION,
  delegationId: 'author',
  members: ['author', 'other'].map((delegationId) => ({
    delegationId,
    dissociated: delegationId === 'other' && dissociated,
  })),
})
export const group = { name: 'Group', members: ['member'], speakers: ['speaker'] }

/** A consolidated list and an item in states in which the acts depend on the person alone. */
export const list = { sessionId: SESSION, adoptedAt: null }
export const adopted = { sessionId: SESSION, adoptedAt: new Date() }
export const stockTaking = { id: SESSION, kind: 'stockTaking' as const }
export const item = { status: 'pending' as const, objections: 0 }
export const paper = {
  kind: 'paper' as const,
  reportId: null,
  sessionId: SESSION,
  distribution: 'general' as const,
  issuedAt: null,
  withdrawnAt: null,
}
export const issuedPaper = { ...paper, issuedAt: new Date() }
/** A question put to two delegations and an observer, at moments in which the acts depend on the person alone. */
export const asked = {
  sessionId: SESSION,
  powers: null,
  heldPowers: [],
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
export const inTime = new Date('2020-04-13T10:00:00Z')
export const waiting = new Date('2020-04-15T10:10:00Z')
export const over = new Date('2020-04-16T10:00:00Z')
export const ownBreak = {
  memberId: 'author',
  receivedAt: inTime,
  enteredAt: inTime,
  withdrawnAt: null,
}
export const brokenOne = { ...asked, breaks: [ownBreak] }
export const calm = { ...asked, breaks: [{ ...ownBreak, withdrawnAt: inTime }] }
export const preparedOne = { ...asked, openedAt: null, deadline: null, graceMinutes: null }
