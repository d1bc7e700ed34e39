import { canReleaseComment } from '@/lib/comments/policy'
import { choosesLists, consolidates, holdsTheChair } from '@/lib/consolidation/policy'
import { type Actor, holds, type Membership, membershipIn } from '@/lib/delegations/actor'
import { canDraftProposal, canSubmitProposal } from '@/lib/proposals/policy'
import { canSetPeriods } from '@/lib/sessions/policy'
import type { Desk, DeskSession, OpenPeriod } from './desk-view'

export type StepKind =
  | 'submitDrafts'
  | 'finishDrafts'
  | 'releaseComments'
  | 'finishComments'
  | 'releaseAmendments'
  | 'finishAmendments'
  | 'seeOurs'
  | 'propose'
  | 'comment'
  | 'placeProposals'
  | 'issueList'
  | 'openSubmission'
  | 'watchSubmission'
  | 'watchComments'
  | 'openStockTaking'
  | 'giveOutcomes'
  | 'awaitOutcomes'
  | 'agreeItems'
  | 'declareAdopted'
  | 'failedMail'

/** An act that a person must or can do next: in which session, on how many texts, until when. */
export type Step = {
  kind: StepKind
  session: DeskSession | null
  /** The delegation whose texts wait; empty for the step of an officer. */
  delegation: string
  count: number
  /** The total beside `count`, for steps that show progress. */
  total: number
  /** The numbers of the proposals concerned, for steps on few proposals. */
  numbers: number[]
  period: OpenPeriod | null
}

/**
 * The actor's next steps: those with a deadline first, the nearest deadline before the others. Reveals
 * nothing about other delegations' drafts, not even their number.
 */
export function nextSteps(actor: Actor, desk: Desk): Step[] {
  const steps = desk.sessions.flatMap((session) => [
    ...delegationSteps(actor, session, desk),
    ...officerSteps(actor, session),
  ])
  if (desk.failedMail) steps.push(step('failedMail', null, { count: desk.failedMail }))
  return steps.toSorted((one, other) => limitOf(one) - limitOf(other))
}

function delegationSteps(actor: Actor, session: DeskSession, desk: Desk): Step[] {
  const place = membershipIn(actor, session.id)
  if (!place) return []
  const rules = { ...session, sessionId: session.id }
  const steps: Step[] = []
  if (session.submission && canDraftProposal(actor, rules)) {
    const drafts = desk.drafts.find(({ delegationId }) => delegationId === place.delegationId)
    const kind = canSubmitProposal(actor, rules) ? 'submitDrafts' : 'finishDrafts'
    const about = { delegation: place.delegationName, period: session.submission }
    steps.push(
      drafts
        ? step(kind, session, { ...about, count: drafts.count })
        : step('propose', session, about),
    )
  }
  if (session.comments) {
    const releases = canReleaseComment(actor, rules)
    const comments = kept(desk.commentDrafts, place, session)
    const changes = kept(desk.amendmentDrafts, place, session)
    if (comments)
      steps.push(step(releases ? 'releaseComments' : 'finishComments', session, comments))
    if (changes)
      steps.push(step(place.maySubmit ? 'releaseAmendments' : 'finishAmendments', session, changes))
    if (!comments && !changes && session.proposals > 0)
      steps.push(
        step('comment', session, { delegation: place.delegationName, period: session.comments }),
      )
  }
  const changed = desk.changes.find(({ delegationId }) => delegationId === place.delegationId)
  if (changed)
    steps.push(step('seeOurs', session, { delegation: place.delegationName, count: changed.count }))
  return steps
}

/** The delegation's unreleased texts of one kind, or null if there are none. */
function kept(
  all: Desk['commentDrafts'],
  place: Membership,
  session: DeskSession,
): Partial<Step> | null {
  const own = all.filter(({ delegationId }) => delegationId === place.delegationId)
  if (own.length === 0) return null
  return {
    delegation: place.delegationName,
    count: own.reduce((sum, { count }) => sum + count, 0),
    numbers: own.map(({ number }) => number),
    period: session.comments,
  }
}

function officerSteps(actor: Actor, session: DeskSession): Step[] {
  const { submission, comments, stockTaking, unplaced, proposals } = session
  const steps: Step[] = []
  const compiles = holds(actor, session.id, 'rapporteur')
  const keeps = canSetPeriods(actor, session.id)
  if (keeps && submission) steps.push(step('watchSubmission', session, { period: submission }))
  if (keeps && comments) steps.push(step('watchComments', session, { period: comments }))
  if (!session.listIssued && session.kind === 'topical') {
    if (compiles && unplaced > 0)
      steps.push(step('placeProposals', session, { count: unplaced, total: proposals }))
    if (keeps && !session.submissionOpened) steps.push(step('openSubmission', session))
    if (keeps && !submission && proposals > 0 && unplaced === 0)
      steps.push(step('issueList', session, { count: proposals }))
  }
  if (stockTaking && !stockTaking.opened && stockTaking.issuedLists > 0) {
    if (choosesLists(actor, session.id))
      steps.push(step('openStockTaking', session, { count: stockTaking.issuedLists }))
    return steps
  }
  if (!stockTaking || stockTaking.adopted || stockTaking.sources === 0) return steps
  const { sources, withoutOutcome, items, agreed } = stockTaking
  const open = { count: withoutOutcome, total: sources }
  if (consolidates(actor, session.id) && withoutOutcome > 0)
    steps.push(step('giveOutcomes', session, open))
  else if (holdsTheChair(actor, session.id) && withoutOutcome > 0)
    steps.push(step('awaitOutcomes', session, open))
  if (!holdsTheChair(actor, session.id) || items === 0) return steps
  if (agreed < items)
    steps.push(step('agreeItems', session, { count: items - agreed, total: items }))
  else if (withoutOutcome === 0) steps.push(step('declareAdopted', session, { count: items }))
  return steps
}

const step = (kind: StepKind, session: DeskSession | null, rest: Partial<Step> = {}): Step => ({
  delegation: '',
  count: 0,
  total: 0,
  numbers: [],
  period: null,
  ...rest,
  kind,
  session,
})

/** At the same deadline an optional step comes after a step that waits. */
const limitOf = ({ kind, period }: Step): number =>
  (period?.until.getTime() ?? Number.MAX_SAFE_INTEGER) +
  (['propose', 'comment', 'watchSubmission', 'watchComments'].includes(kind) ? 1 : 0)
