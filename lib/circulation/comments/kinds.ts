import { type CommentPosition, type StatedPosition, statedPositions } from '@/lib/comments/kinds'

/** The target of a comment of a circulation. */
export const commentTargets = ['item', 'heading', 'list', 'circulation', 'other'] as const
export type CommentTarget = (typeof commentTargets)[number]

/** Whether a position is one on the text, of which a delegation has one on each item: a question and `none` are not. */
export const isStated = (position: CommentPosition): position is StatedPosition =>
  (statedPositions as readonly CommentPosition[]).includes(position)
