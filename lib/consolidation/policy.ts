import { printSeatTime } from '@/lib/clock'
import { type Decision, allOf, allowedIf, ALLOWED, refusal } from '@/lib/decision'
import { type Actor, holds, membershipIn } from '@/lib/delegations/actor'
import type { AsideKind, StatusKind } from './kinds'
import { isAgreed, nextStatuses } from './status/status-rule'
import { listed } from '@/lib/text/apart'

// The permissions on the consolidated list and its items, by role and state. Roles answer yes or no and take the
// session. Every `can…` that names an act takes the object and answers a decision; `canRead…` answers yes or no,
// because an unreadable object is answered like one that does not exist.
// tests/database/consolidation/act-by-state.test.ts plays every act in every state.

/** The state of a consolidated list on which its acts depend. */
export type ListState = { sessionId: string; adoptedAt: Date | null }

/** The state of a consolidated item on which its acts depend. */
export type ItemStatus = {
  status: StatusKind
  /** The number of standing objections, to any wording. */
  objections: number
}

/** Whether the actor presides now; `lib/delegations/powers/powers.ts` says who does. */
export type Presides = { presides: boolean }

// ---- roles

/** The Rapporteur owns the consolidated draft and works on it with the Secretariat (domain.md 1.4). */
export const consolidates = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'rapporteur', 'secretariat')

/** The Secretariat opens a stock-taking and chooses the issued lists that it covers. */
export const choosesLists = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat')

/** The Chair and the Vice-Chairs; which of them presides now, the powers say. */
export const holdsTheChair = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'chair', 'viceChair')

/** The console of the plenary: those who preside and those who keep the text. */
export const runsScreen = (actor: Actor, sessionId: string): boolean =>
  consolidates(actor, sessionId) || holdsTheChair(actor, sessionId)

/** Speaks for a Member State, as somebody who may submit for it (domain.md 1.4). */
export const speaksForState = (actor: Actor, sessionId: string): boolean => {
  const place = membershipIn(actor, sessionId)
  return place?.entityKind === 'memberState' && place.maySubmit
}

/** Only a delegation's own people see the fate of its items. */
export const canReadOurs = (actor: Actor, sessionId: string): boolean =>
  membershipIn(actor, sessionId) !== undefined

/** The desk is read by all who work at it or preside; delegations read the list. */
export const canReadDesk = runsScreen

export { canReadConsolidated } from '@/lib/sessions/policy'

// ---- the list

const open = (list: ListState): Decision =>
  list.adoptedAt ? refusal('closed', 'listAdopted') : ALLOWED

/** Nobody changes anything in an adopted list. */
export const canChangeList = (_: Actor, list: ListState): Decision => open(list)

/** The Secretariat opens the consolidated list of a stock-taking session. */
export const canOpenConsolidation = (
  actor: Actor,
  session: { id: string; kind: 'topical' | 'stockTaking' },
): Decision =>
  allOf(
    allowedIf(choosesLists(actor, session.id), 'listsChosenBySecretariat'),
    session.kind === 'stockTaking' ? ALLOWED : refusal('conflict', 'notStockTaking'),
  )

/** Replaces the issued lists that the stock-taking covers, until the adoption. */
export const canChooseLists = (actor: Actor, list: ListState): Decision =>
  allOf(allowedIf(choosesLists(actor, list.sessionId), 'listsChosenBySecretariat'), open(list))

/**
 * Works at the desk: makes, moves and splits items, links and unlinks sources, gives outcomes and takes
 * them back, orders headings, says that two items are not similar, undoes.
 */
export const canWorkOnList = (actor: Actor, list: ListState): Decision =>
  allOf(allowedIf(consolidates(actor, list.sessionId), 'consolidationNotAllowed'), open(list))

/** The presiding officer declares the whole list adopted; the command finds the obstacles to adoption. */
export const canAdoptList = (actor: Actor, list: ListState, { presides }: Presides): Decision =>
  allOf(allowedIf(presides, 'notPresiding'), open(list))

/** The conditions of the duty to answer comments. */
export type AnswersDue = {
  /** Whether the group refuses an adoption without responses. */
  required: boolean
  /** Comments that count, came in time and have no released response; the commenters of the first. */
  owed: number
  names: readonly string[]
}

/** A list is adopted once comments that came in time have their responses, if the group asks for that. */
export const canAdoptUnanswered = ({ required, owed, names }: AnswersDue): Decision =>
  required && owed > 0
    ? refusal('conflict', 'commentsUnanswered', {
        open: owed,
        names: listed(names) + (owed > names.length ? ', …' : ''),
      })
    : ALLOWED

/**
 * A list is adopted once no circulation of its session receives comments: until the deadline, and for the two minutes
 * in which a comment that arrived in time may still be written.
 */
export const canAdoptReceiving = (receiving: { until: Date } | null): Decision =>
  receiving
    ? refusal('conflict', 'circulationReceives', { until: printSeatTime(receiving.until) })
    : ALLOWED

/** Agreed paragraphs are posted by who presides now, or by the Secretariat. */
export const canTakeSnapshot = (actor: Actor, list: ListState, { presides }: Presides): Decision =>
  allOf(
    allowedIf(
      holdsTheChair(actor, list.sessionId) || holds(actor, list.sessionId, 'secretariat'),
      'consolidationNotAllowed',
    ),
    allowedIf(presides || holds(actor, list.sessionId, 'secretariat'), 'notPresiding'),
    open(list),
  )

/** Proposed corrigenda, of a list or a report, are read, and discarded, by the Secretariat and by those who hold the Chair. */
export const canReadCorrigenda = (actor: Actor, list: { sessionId: string }): Decision =>
  allowedIf(
    holds(actor, list.sessionId, 'secretariat') || holdsTheChair(actor, list.sessionId),
    'corrigendaNotAllowed',
  )

/** Another person than the proposer releases a corrigendum, of a list or a report: the presiding officer, or the Secretariat. */
export const canReleaseCorrigendum = (
  actor: Actor & { personId: string },
  list: { sessionId: string },
  proposal: { proposedById: string },
  { presides }: Presides,
): Decision =>
  allOf(
    allowedIf(presides || holds(actor, list.sessionId, 'secretariat'), 'corrigendaNotAllowed'),
    allowedIf(actor.personId !== proposal.proposedById, 'corrigendumByAnother'),
  )

/** After adoption the Secretariat proposes corrigenda, and nobody else changes anything (domain.md 1.3). */
export const canCorrectItem = (actor: Actor, list: ListState): Decision =>
  allOf(
    allowedIf(holds(actor, list.sessionId, 'secretariat'), 'secretariatOnly'),
    list.adoptedAt ? ALLOWED : refusal('conflict', 'notAdopted'),
  )

/** Gives sources an outcome by decision, or takes it back (null). Withdrawn ones have the outcome "withdrawn". */
export const canGiveOutcome = (
  sources: readonly { withdrawn: boolean }[],
  kind: AsideKind | null,
): Decision =>
  kind !== 'withdrawn' && sources.some(({ withdrawn }) => withdrawn)
    ? refusal('conflict', 'withdrawnIsOutcome')
    : ALLOWED

// ---- an item

/**
 * Takes an item off the list, by whichever act: by itself, by merging it into another, by undoing its
 * making. An agreed item stays until the presiding officer reopens it; an item under objection stays
 * until the objection is withdrawn or the presiding officer declares that there is no consensus.
 */
export const canTakeOffList = (actor: Actor, list: ListState, item: ItemStatus): Decision =>
  allOf(canWorkOnList(actor, list), mayLeave(item))

function mayLeave({ status, objections }: ItemStatus): Decision {
  if (isAgreed(status)) return refusal('conflict', 'agreedStays')
  if (objections > 0 && status !== 'noConsensus')
    return refusal('conflict', 'objectedStays', { objections })
  return ALLOWED
}

/**
 * Merges `item` into another, which keeps its words and status: `item` leaves the list, so the rule of `canTakeOffList`
 * holds for it. The other one may be in any state.
 */
export const canMergeItem = (actor: Actor, list: ListState, item: ItemStatus): Decision =>
  canTakeOffList(actor, list, item)

/** Gives an item other words at the desk. */
export const canRewordItem = (actor: Actor, list: ListState, item: ItemStatus): Decision =>
  allOf(canWorkOnList(actor, list), mayChangeWords(item))

/** Types into the text on the screen, and makes it the item's wording: by those who run the screen. */
export const canTypeOnScreen = (actor: Actor, list: ListState, item: ItemStatus): Decision =>
  allOf(canUseScreen(actor, list), mayChangeWords(item))

/** The words of an agreed item stand for everybody, the presiding officer too, until that officer reopens it. */
const mayChangeWords = ({ status }: ItemStatus): Decision =>
  isAgreed(status) ? refusal('conflict', 'agreedWords') : ALLOWED

/** Puts an item on the screen, takes typed words off it. */
export const canUseScreen = (actor: Actor, list: ListState): Decision =>
  allOf(allowedIf(runsScreen(actor, list.sessionId), 'consolidationNotAllowed'), open(list))

/** Declares the status of an item: any; whether `to` may follow, `canDeclareStatus` says. */
export const canDeclare = (list: ListState, { presides }: Presides): Decision =>
  allOf(allowedIf(presides, 'notPresiding'), open(list))

/**
 * Declares that the status of an item is `to`. Agreement is the absence of objection, and it is on the item's wording:
 * refused while the screens show other words over it (`typedOver`), so that nobody agrees to words that the room does not
 * read. The console offers agreement in any case, because words come and go on the screens faster than it is drawn.
 */
export const canDeclareStatus = (
  list: ListState,
  item: ItemStatus & { typedOver?: boolean },
  to: StatusKind,
  presiding: Presides,
): Decision =>
  allOf(
    canDeclare(list, presiding),
    to === item.status || nextStatuses[item.status].includes(to)
      ? ALLOWED
      : refusal('conflict', 'statusNotNext'),
    isAgreed(to) && item.objections > 0
      ? refusal('conflict', 'objectionsStand', { objections: item.objections })
      : ALLOWED,
    isAgreed(to) && !isAgreed(item.status) && item.typedOver
      ? refusal('conflict', 'typedWordsStand')
      : ALLOWED,
  )

/** A Member State objects to agreement. An agreed item is not objected to: it is reopened first. */
export const canObjectToItem = (actor: Actor, list: ListState, item: ItemStatus): Decision =>
  allOf(
    canSpeakOnItem(actor, list),
    item.status === 'agreed' ? refusal('conflict', 'alreadyAgreed') : ALLOWED,
  )

/** A Member State supports a wording, or withdraws its support or its objection. */
export const canSpeakOnItem = (actor: Actor, list: ListState): Decision =>
  allOf(allowedIf(speaksForState(actor, list.sessionId), 'notEntitledToObject'), open(list))

/**
 * A person who may submit for a delegation states its disagreement with the outcome of its own item, or withdraws it;
 * the command checks whether the item is the delegation's.
 */
export const canDisagree = (actor: Actor, list: ListState): Decision =>
  allOf(
    allowedIf(membershipIn(actor, list.sessionId)?.maySubmit === true, 'disagreementNotAllowed'),
    open(list),
  )
