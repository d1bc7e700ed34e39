import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import type { Language } from '@/lib/export/paper'

/** What a line of a form is about. */
export const formTargets = ['item', 'heading', 'list', 'circulation'] as const
export type FormTarget = (typeof formTargets)[number]

/** What a delegation says on a line. */
export type Answer = {
  category: CommentCategory | null
  position: CommentPosition | null
  text: string
  wording: string
}

/** A line of the form: the item, heading, list or circulation, and what the delegation has said on it so far. */
export type FormLine = {
  target: FormTarget
  id: string
  /** Its public name: "2018, A. Legislation, para. 4 (c)". */
  label: string
  text: string
  language: Language
  /** SHA-256 of the text. */
  hash: string
  answer: Answer | null
}

/** A form to take away: the circulated lists in their order, for one delegation. */
export type FormPaper = {
  circulationId: string
  delegationId: string
  title: string
  delegation: string
  /** Until when it is to be returned, as it is printed. */
  until: string
  /** When it was made, ISO; the only thing in which two equal forms may differ. */
  created: string
  lines: FormLine[]
}
