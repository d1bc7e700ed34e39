import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import type { Language } from '@/lib/export/paper'

/** The target of a line. */
export const formTargets = ['item', 'heading', 'list', 'circulation'] as const
export type FormTarget = (typeof formTargets)[number]

/** A delegation's answer on a line. */
export type Answer = {
  category: CommentCategory | null
  position: CommentPosition | null
  text: string
  wording: string
}

/** A line of the form: the item, heading, list or circulation, and the delegation's earlier answer. */
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
  /** The mark of what the delegation has said on it so far, as `markOf` makes it. */
  said: string
}

/** A form to take away: the circulated lists in their order, for one delegation. */
export type FormPaper = {
  circulationId: string
  delegationId: string
  title: string
  delegation: string
  /** The deadline of its return, as printed. */
  until: string
  untilUtc: string
  /** The time of its making, ISO; the only difference between two equal forms. */
  created: string
  lines: FormLine[]
}
