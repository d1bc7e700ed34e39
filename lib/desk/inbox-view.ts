import type { WaitingSilence } from '@/lib/silence/waiting'
import type { OpenPeriod } from './desk-view'
import type { SessionName } from './facts'
import type { StepKind } from './rows/steps'

/** The groups of a desk, in their order. */
export const inboxGroups = ['due', 'decide', 'waiting', 'information'] as const
export type InboxGroup = (typeof inboxGroups)[number]

type TextRowKind =
  | 'decideChanges'
  | 'answerQuestions'
  | 'confirm'
  | 'release'
  | 'finish'
  | 'closedUnsent'
  | 'takeIn'
  | 'waitRelease'
  | 'waitDecision'
  | 'waitConfirm'
  | 'waitAnswer'
  | 'newChanges'
  | 'newComments'
  | 'replies'
  | 'withdrawn'
  | 'changeWithdrawn'
  | 'changeDecided'
  | 'changeDeclined'
  | 'changeAnswered'
  | 'proposed'
  | 'revised'
  | 'readCirculated'
  | 'releaseCirculated'
  | 'waitCirculated'
  | 'circulationUnsent'
  | 'decideLate'
  | 'finishPapers'
  | 'decideRequests'
export type InboxRowKind = StepKind | TextRowKind | WaitingSilence['kind']

/** Whether a matter is one of circulated lists: reading, comments, responses and requests to take part. */
export const isOfCirculation = (kind: InboxRowKind): boolean =>
  OF_CIRCULATION.some((other) => other === kind)

const OF_CIRCULATION = [
  'readCirculated',
  'releaseCirculated',
  'circulationUnsent',
  'decideLate',
  'finishPapers',
  'decideRequests',
  'answerComments',
  'replyToResponses',
] as const satisfies readonly InboxRowKind[]

/** A row of the desk: its matter, for its sentence, its link and its place. */
export type InboxRow = {
  /** The same for the same matter at each look: marks name it. */
  subject: string
  group: InboxGroup
  kind: InboxRowKind
  session: SessionName | null
  /** The proposal concerned, and which revision's words are shown of it. */
  proposal: { id: string; number: number; revision: number } | null
  /** A draft's own first words, if nothing was released yet. */
  words: string
  /** The States concerned: the author, or those who acted. */
  states: string[]
  /** Values of the sentence. */
  values: Record<string, string | number>
  href: string
  /** The newest thing that happened to the matter. */
  at: Date
  period: OpenPeriod | null
  /** Whether the person has not looked since the newest thing happened. */
  unread: boolean
  /** Whether it may be put away; an open task can only be marked as read. */
  dismissible: boolean
  /** Whether the number in the header counts it. */
  counts: boolean
}
