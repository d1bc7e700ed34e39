/** What a comment is about. */
export const commentCategories = [
  'general',
  'substantive',
  'technical',
  'editorial',
  'translation',
] as const
export type CommentCategory = (typeof commentCategories)[number]

/** Where the delegation stands on the text that it comments on. A question and `none` state no position. */
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
