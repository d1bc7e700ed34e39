import type { Retractor } from '@/lib/circulation/comments/reading/retraction'
import { max } from 'date-fns/max'
import type { CommentTarget } from '@/lib/circulation/comments/kinds'
import type { ResponseOutcome } from '@/lib/circulation/responses/kinds'
import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import type { EntityKind } from '@/lib/delegations/kinds'
import type { OnBehalf } from '@/lib/sessions/attribution/attribution'
import type { TextDocument } from '@/lib/text/document/document'

/** A circulation with public comments. */
export type PostedCirculation = {
  id: string
  slug: string
  title: string
  openUntil: Date
  /** From when the comments are public. */
  from: Date
  isOpen: boolean
}

/**
 * A public comment; without words, response and reply once it, or the last comment that replaced it, was withdrawn or
 * taken down.
 */
export type PostedComment = {
  id: string
  delegationId: string
  name: string
  /** The group of States for which its delegation made it. */
  onBehalf: OnBehalf | null
  kind: EntityKind
  sortKey: string
  target: CommentTarget
  listId: string | null
  headingId: string | null
  itemId: string | null
  subject: string
  category: CommentCategory
  position: CommentPosition
  language: string
  passage: string | null
  text: string
  wording: TextDocument | null
  /** The item's text, which the wording changes. */
  base: { body: TextDocument; language: string } | null
  releasedAt: Date
  receivedAt: Date
  late: boolean
  enteredBySecretariat: boolean
  /** The comment that replaced it, and the time. */
  replacedById: string | null
  replacedAt: Date | null
  withdrawnAt: Date | null
  retractedAt: Date | null
  retractedBy: Retractor
  response: {
    outcome: ResponseOutcome
    text: string
    releasedAt: Date
    reply: 'accepts' | 'maintains' | null
    replyText: string
  } | null
}

/** When a comment last changed for the public: by its release, by the posting of all, or by the act that ended it. */
export const changedAt = (
  { releasedAt, retractedAt, withdrawnAt, replacedAt }: PostedComment,
  from: Date,
): Date =>
  max([releasedAt, from, ...[retractedAt, withdrawnAt, replacedAt].filter((at) => at !== null)])

/** Whether words of a comment are shown. */
export const hasWords = ({
  withdrawnAt,
  retractedAt,
}: Pick<PostedComment, 'withdrawnAt' | 'retractedAt'>): boolean =>
  withdrawnAt === null && retractedAt === null
