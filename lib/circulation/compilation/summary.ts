import { type CommentPosition, commentPositions } from '@/lib/comments/kinds'

/** The room's view of a target: the number of counting comments by position, and of answered ones. */
export type Summary = {
  positions: Record<CommentPosition, number>
  total: number
  answered: number
}

type Counted = { position: CommentPosition; answered: boolean; count: number }

/** Sums up groups of comments that count. A count of support is information only. */
export function summarize(groups: readonly Counted[]): Summary {
  const sum = (rows: readonly Counted[]) => rows.reduce((total, { count }) => total + count, 0)
  return {
    positions: Object.fromEntries(
      commentPositions.map((position) => [
        position,
        sum(groups.filter((group) => group.position === position)),
      ]),
    ) as Record<CommentPosition, number>,
    total: sum(groups),
    answered: sum(groups.filter(({ answered }) => answered)),
  }
}
