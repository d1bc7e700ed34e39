import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import type { CommentTarget } from '@/lib/circulation/comments/kinds'
import type { OnBehalf } from '@/lib/sessions/attribution/attribution'
import type { TextDocument } from '@/lib/text/document/document'

/** What a comment is about, with the words by which a page names it. */
export type TargetView = {
  target: CommentTarget
  listId: string | null
  headingId: string | null
  itemId: string | null
  subject: string
  /** The item's number, the heading's title or the list's symbol; '' for none. */
  name: string
}

/** What a delegation has in hand. */
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
  /** The group of States on whose behalf it is to be released. */
  onBehalfOf: { id: string; name: string } | null
  isFromPaper: boolean
  version: number
  writtenBy: string
  updatedAt: Date
  discardedAt: Date | null
  handedAt: Date | null
  lateRefusedAt: Date | null
  lateRefusal: string
}

/** A released comment as those who may read it do; without words once it was withdrawn or taken down. */
export type ReleasedView = TargetView & {
  id: string
  delegationId: string
  delegationName: string
  onBehalf: OnBehalf | null
  passage: string | null
  /** Where the passage begins in the item's text (UTF-16). */
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
  /** Whose act took it down. */
  retractedBy: 'delegation' | 'secretariat'
}

/** An item among the contents, with what the reader's delegation did with it. */
export type ContentsItem = {
  id: string
  number: string
  importedNumber: string | null
  isLookedAt: boolean
  inHand: number
  released: number
}
export type ContentsHeading = { id: string; title: string; items: ContentsItem[] }

/** A circulated list in the order in which it is read. */
export type ContentsList = {
  id: string
  symbol: string
  slug: string
  ordinal: number
  eventWord: string
  headings: ContentsHeading[]
}

/** How far a delegation is: items. */
export type Progress = { items: number; looked: number; commented: number; released: number }

/** What the contents say of the whole. */
export function progressOf(lists: readonly ContentsList[]): Progress {
  const items = lists.flatMap(({ headings }) => headings.flatMap((heading) => heading.items))
  return {
    items: items.length,
    looked: items.filter(({ isLookedAt }) => isLookedAt).length,
    commented: items.filter(({ inHand, released }) => inHand + released > 0).length,
    released: items.filter(({ released }) => released > 0).length,
  }
}
