import type { Retractor } from './retraction'
import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import type { CommentTarget } from '@/lib/circulation/comments/kinds'
import type { OnBehalf } from '@/lib/sessions/attribution/attribution'
import type { TextDocument } from '@/lib/text/document/document'

/** The target of a comment, with its name for a page. */
export type TargetView = {
  target: CommentTarget
  listId: string | null
  headingId: string | null
  itemId: string | null
  subject: string
  /** The item, heading or list with its session, in words; else the subject. */
  name: string
}

/** A delegation's comment in hand. */
export type DraftView = TargetView & {
  id: string
  passage: string
  passageStart: number | null
  category: CommentCategory
  position: CommentPosition | null
  language: string
  text: string
  wording: TextDocument | null
  /** The item that the wording changes. */
  base: { body: TextDocument; language: string } | null
  replacesId: string | null
  /** Whether its release replaces a position that its delegation has on the item. */
  replacesPosition: boolean
  /** The group of States for the release on its behalf. */
  onBehalfOf: { id: string; name: string } | null
  isFromPaper: boolean
  /** Of a paper that the Secretariat entered: the time at which it received the paper. Such a comment is not written over. */
  onPaperAt: Date | null
  version: number
  writtenBy: string
  writtenById: string
  updatedAt: Date
  discardedAt: Date | null
  handedAt: Date | null
  lateRefusedAt: Date | null
  lateRefusal: string
}

/** A released comment for its readers; without words after a withdrawal or a retraction. */
export type ReleasedView = TargetView & {
  id: string
  delegationId: string
  delegationName: string
  onBehalf: OnBehalf | null
  passage: string | null
  /** The start of the passage in the item's text (UTF-16 offset). */
  passageStart: number | null
  category: CommentCategory
  position: CommentPosition
  language: string
  text: string
  wording: TextDocument | null
  base: { body: TextDocument; language: string } | null
  textHash: string
  releasedAt: Date
  receivedAt: Date
  late: boolean
  enteredBySecretariat: boolean
  releaseId: string | null
  replacedById: string | null
  withdrawnAt: Date | null
  retractedAt: Date | null
  /** Author of the retraction. */
  retractedBy: Retractor
}

/** An item among the contents, with the acts of the reader's delegation. */
export type ContentsItem = {
  id: string
  number: string
  importedNumber: string | null
  isLookedAt: boolean
  inHand: number
  released: number
}
type ContentsHeading = { id: string; title: string; items: ContentsItem[] }

/** A circulated list in its reading order. */
export type ContentsList = {
  id: string
  symbol: string
  slug: string
  ordinal: number
  eventWord: string
  headings: ContentsHeading[]
}

/** The progress of a delegation, in items. */
export type Progress = { items: number; looked: number; commented: number; released: number }

/** The contents after a look at this item. */
export const withLook = (lists: readonly ContentsList[], itemId: string): ContentsList[] =>
  lists.map((list) => ({
    ...list,
    headings: list.headings.map((heading) => ({
      ...heading,
      items: heading.items.map((item) =>
        item.id === itemId ? { ...item, isLookedAt: true } : item,
      ),
    })),
  }))

/** The totals of the contents. */
export function progressOf(lists: readonly ContentsList[]): Progress {
  const items = lists.flatMap(({ headings }) => headings.flatMap((heading) => heading.items))
  return {
    items: items.length,
    looked: items.filter(({ isLookedAt }) => isLookedAt).length,
    commented: items.filter(({ inHand, released }) => inHand + released > 0).length,
    released: items.filter(({ released }) => released > 0).length,
  }
}
