import type { Retractor } from '@/lib/circulation/comments/reading/retraction'
import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import type { EntityKind } from '@/lib/delegations/kinds'
import type { ReplyKind, ResponseOutcome } from '@/lib/circulation/responses/kinds'
import type { ProposalKind } from '@/lib/proposals/kinds'
import type { OnBehalf } from '@/lib/sessions/attribution/attribution'
import { counts } from '@/lib/circulation/counting'

/** A circulation as its compilation needs it. */
export type CompiledCirculation = {
  id: string
  sessionId: string
  title: string
  openUntil: Date
  /** Whether the deadline has passed. */
  closed: boolean
  /** The time from which all read the comments, if past; else null. */
  postedFrom: Date | null
  /** Whether the reader sees every released comment, as the officers do. */
  seesAll: boolean
  /** The reader's own delegation in the session. */
  delegationId: string | null
}

/** The target of comments: an item, a heading, a list, the circulation or another subject. */
export type Target =
  | { kind: 'item' | 'heading' | 'list'; id: string }
  | { kind: 'circulation' }
  | { kind: 'other'; subject: string }

/** A target with its name and its place in the order of print. */
export type OutlineEntry = {
  key: string
  target: Target
  listId: string | null
  /** The ordinal of its list's session. */
  sessionOrdinal: number | null
  heading: string
  /** "2 (c)"; empty without a number. */
  number: string
  importedNumber: string | null
  kind: ProposalKind | null
  language: string
  text: string
}

/** A response as everybody reads it who reads the comment. */
export type ResponseView = {
  text: string
  outcome: ResponseOutcome
  /** The consolidated item with the proposed wording, and the time of the wording's removal. */
  takenIntoId: string | null
  takenBackAt: Date | null
  releasedAt: Date
  reply: ReplyKind | null
  replyText: string
  repliedAt: Date | null
}

/** A response in the making, for those who write responses. */
type ResponseDraftView = {
  text: string
  outcome: ResponseOutcome | null
  takenIntoId: string | null
  takenBackAt: Date | null
  version: number
  writtenBy: string
}

/** A released comment as the compilation prints it. */
export type CompiledComment = {
  id: string
  delegationId: string
  name: string
  /** The group of States for which its delegation made it. */
  onBehalf: OnBehalf | null
  kind: EntityKind
  sortKey: string
  category: CommentCategory
  position: CommentPosition
  language: string
  /** The item's words under comment; null for the whole. */
  passage: string | null
  /** Empty after a retraction, as is the wording. */
  text: string
  wordingText: string | null
  releasedAt: Date
  receivedAt: Date
  late: boolean
  enteredBySecretariat: boolean
  replacedById: string | null
  withdrawnAt: Date | null
  retractedAt: Date | null
  retractedBy: Retractor
  /** Whether the reader may not see its words. */
  isGone: boolean
  response: ResponseView | null
  draft: ResponseDraftView | null
}

/** Whether a comment counts and has no response. */
export const waits = (comment: CompiledComment): boolean =>
  counts(comment) && comment.response === null
