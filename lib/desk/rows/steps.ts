import { canDraftResponse } from '@/lib/circulation/responses/policy'
import { canDraftComment } from '@/lib/comments/policy'
import { choosesLists, consolidates, holdsTheChair } from '@/lib/consolidation/policy'
import { type Actor, holds, membershipIn } from '@/lib/delegations/actor'
import { presides } from '@/lib/delegations/powers/powers'
import { canDraftProposal } from '@/lib/proposals/policy'
import { canSetPeriods } from '@/lib/sessions/policy'
import type { Desk, DeskSession, OpenPeriod, StockTaking } from '@/lib/desk/desk-view'

export type StepKind =
  | 'seeOurs'
  | 'propose'
  | 'comment'
  | 'placeProposals'
  | 'issueList'
  | 'enterAgenda'
  | 'registerDelegations'
  | 'enterOfficers'
  | 'makeMeetings'
  | 'circulateLists'
  | 'openSubmission'
  | 'watchSubmission'
  | 'watchComments'
  | 'openStockTaking'
  | 'giveOutcomes'
  | 'awaitOutcomes'
  | 'followStockTaking'
  | 'agreeItems'
  | 'declareAdopted'
  | 'awaitComments'
  | 'awaitResponses'
  | 'releaseCorrigenda'
  | 'releaseReportCorrigenda'
  | 'answerComments'
  | 'replyToResponses'
  | 'failedMail'

/** An act that a person must or can do next: in which session, on how many things, until when. */
export type Step = {
  kind: StepKind
  session: DeskSession | null
  /** The addressed delegation; empty for the step of an officer. */
  delegation: string
  count: number
  /** The total beside `count`, for steps that show progress. */
  total: number
  /** Of `total`, the items that are agreed *ad referendum*. */
  adReferendum: number
  period: OpenPeriod | null
  /** The newest event that the step tells of, if it tells of events. */
  at: Date | null
  /** The circulation that it is about. */
  circulation?: string
  /** The title of that circulation. */
  title?: string
  /** The offices that it is to fill: one of them, or both. */
  vacant?: 'chair' | 'rapporteur' | 'both'
  /** The first of the items of the list, or of the paragraphs of the report, that it is about. */
  item?: string
}

/** The actor's next steps, session by session, but for those on single texts. */
export function nextSteps(actor: Actor, desk: Desk): Step[] {
  const steps = desk.sessions.flatMap((session) => [
    ...delegationSteps(actor, session, desk),
    ...officerSteps(actor, session),
    ...corrigendumSteps(session, desk),
    ...responseSteps(actor, session, desk),
  ])
  if (desk.failedMail) steps.push(step('failedMail', null, { count: desk.failedMail }))
  return steps
}

function delegationSteps(actor: Actor, session: DeskSession, desk: Desk): Step[] {
  const place = membershipIn(actor, session.id)
  if (!place) return []
  const { delegationId, delegationName: delegation } = place
  const rules = { ...session, sessionId: session.id }
  const writes = (isKind: (kind: string) => boolean) =>
    desk.drafts.some((draft) => draft.delegationId === delegationId && isKind(draft.kind))
  const steps: Step[] = []
  if (
    session.submission &&
    canDraftProposal(actor, rules) &&
    !writes((kind) => kind === 'proposal')
  )
    steps.push(step('propose', session, { delegation, period: session.submission }))
  if (
    session.comments &&
    session.proposals > 0 &&
    canDraftComment(actor, rules) &&
    !writes((kind) => kind !== 'proposal')
  )
    steps.push(step('comment', session, { delegation, period: session.comments }))
  const changed = desk.changes.find((change) => change.delegationId === delegationId)
  if (changed)
    steps.push(step('seeOurs', session, { delegation, count: changed.count, at: changed.at }))
  return steps
}

/** The comments that the Rapporteur and the Secretariat answer, and the answers to which a delegation can reply. */
function responseSteps(actor: Actor, session: DeskSession, desk: Desk): Step[] {
  const place = membershipIn(actor, session.id)
  const answers = canDraftResponse(actor, session.id)
    ? desk.responses.filter(({ sessionId }) => sessionId === session.id)
    : []
  const replies = desk.replies.find(({ delegationId }) => delegationId === place?.delegationId)
  return [
    ...answers.map(({ circulationId: circulation, title, count }) =>
      step('answerComments', session, { count, circulation, title }),
    ),
    ...(place?.maySubmit && replies
      ? [
          step('replyToResponses', session, {
            delegation: place.delegationName,
            count: replies.count,
            at: replies.at,
          }),
        ]
      : []),
  ]
}

/** The corrigenda to the adopted list and to the adopted report that wait for this person. */
const corrigendumSteps = (session: DeskSession, desk: Desk): Step[] => [
  ...waitingStep(
    'releaseCorrigenda',
    session,
    desk.corrigenda.map(({ itemId: item, ...corrigendum }) => ({ item, ...corrigendum })),
  ),
  ...waitingStep(
    'releaseReportCorrigenda',
    session,
    desk.reportCorrigenda.map(({ key: item, ...corrigendum }) => ({ item, ...corrigendum })),
  ),
]

function waitingStep(
  kind: StepKind,
  session: DeskSession,
  corrigenda: readonly { sessionId: string; item: string; at: Date }[],
): Step[] {
  const waiting = corrigenda.filter(({ sessionId }) => sessionId === session.id)
  const [first] = waiting
  if (!first) return []
  const at = waiting.at(-1)!.at
  return [step(kind, session, { count: waiting.length, item: first.item, at })]
}

/** What a session needs before its work, in the order in which the Secretariat does it. */
function preparingSteps(session: DeskSession): Step[] {
  const { kind, stockTaking, listIssued, agendaItems, delegations, meetings } = session
  if (listIssued || stockTaking?.adopted) return []
  const [first, second] = session.vacant
  return [
    ...(kind === 'topical' && agendaItems === 0 ? [step('enterAgenda', session)] : []),
    ...(delegations === 0 ? [step('registerDelegations', session)] : []),
    ...(first ? [step('enterOfficers', session, { vacant: second ? 'both' : first })] : []),
    ...(meetings === 0 ? [step('makeMeetings', session)] : []),
  ]
}

function officerSteps(actor: Actor, session: DeskSession): Step[] {
  const { submission, comments, stockTaking, unplaced, proposals } = session
  const steps: Step[] = []
  const compiles = holds(actor, session.id, 'rapporteur')
  const keeps = canSetPeriods(actor, session.id)
  if (keeps && submission) steps.push(step('watchSubmission', session, { period: submission }))
  if (keeps && comments) steps.push(step('watchComments', session, { period: comments }))
  if (keeps) steps.push(...preparingSteps(session))
  if (!session.listIssued && session.kind === 'topical') {
    if (compiles && unplaced > 0)
      steps.push(step('placeProposals', session, { count: unplaced, total: proposals }))
    // A proposal belongs to an agenda item, and the letter about the period goes to the delegations: both come first.
    const isReady = session.agendaItems > 0 && session.delegations > 0
    if (keeps && isReady && !session.submissionOpened) steps.push(step('openSubmission', session))
    if (keeps && !submission && proposals > 0 && unplaced === 0)
      steps.push(step('issueList', session, { count: proposals }))
  }
  if (stockTaking && !stockTaking.opened && stockTaking.issuedLists > 0) {
    if (keeps && !session.circulated)
      steps.push(step('circulateLists', session, { count: stockTaking.issuedLists }))
    if (choosesLists(actor, session.id))
      steps.push(step('openStockTaking', session, { count: stockTaking.issuedLists }))
    return steps
  }
  if (!stockTaking || stockTaking.adopted || stockTaking.sources === 0) return steps
  const { sources, withoutOutcome, items, agreed, adReferendum } = stockTaking
  const open = { count: withoutOutcome, total: sources }
  const progress = { total: items, adReferendum }
  const declares = presides(actor, session.id, session.powers)
  const couldPreside = holdsTheChair(actor, session.id)
  if (holds(actor, session.id, 'bureau') || (couldPreside && !declares))
    steps.push(step('followStockTaking', session, { ...progress, count: agreed }))
  if (consolidates(actor, session.id) && withoutOutcome > 0)
    steps.push(step('giveOutcomes', session, open))
  else if (couldPreside && withoutOutcome > 0) steps.push(step('awaitOutcomes', session, open))
  if (!declares || items === 0) return steps
  if (agreed < items)
    steps.push(step('agreeItems', session, { ...progress, count: items - agreed }))
  else if (withoutOutcome === 0) steps.push(adoptionStep(session, stockTaking))
  return steps
}

/** The adoption of a settled list, or the comments for which it would be refused. */
function adoptionStep(session: DeskSession, { items, receiving, unanswered }: StockTaking): Step {
  if (receiving) return step('awaitComments', session, { count: items, period: receiving })
  if (unanswered > 0) return step('awaitResponses', session, { count: unanswered, total: items })
  return step('declareAdopted', session, { count: items })
}

const step = (kind: StepKind, session: DeskSession | null, rest: Partial<Step> = {}): Step => ({
  delegation: '',
  count: 0,
  total: 0,
  adReferendum: 0,
  period: null,
  at: null,
  ...rest,
  kind,
  session,
})
