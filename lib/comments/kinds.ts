/** What a comment does. All but a question state the delegation's position. */
export const commentKinds = [
  'support',
  'supportWithChange',
  'oppose',
  'question',
  'editorial',
  'general',
] as const
export type CommentKind = (typeof commentKinds)[number]
