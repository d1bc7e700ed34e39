/** A comment's subject. */
export const commentCategories = [
  'general',
  'substantive',
  'technical',
  'editorial',
  'translation',
] as const
export type CommentCategory = (typeof commentCategories)[number]

/** The delegation's position on the text. A question and `none` state no position. */
export const commentPositions = [
  'supports',
  'supportsWithChange',
  'reserves',
  'doesNotSupport',
  'question',
  'none',
] as const
export type CommentPosition = (typeof commentPositions)[number]

/** The positions that are stated on a text, in the order in which they are printed. */
export const statedPositions = [
  'supports',
  'supportsWithChange',
  'reserves',
  'doesNotSupport',
] as const satisfies readonly CommentPosition[]
export type StatedPosition = (typeof statedPositions)[number]
