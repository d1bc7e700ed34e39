import 'server-only'
import type { CommentPosition } from '@/lib/comments/kinds'
import { counting } from '@/lib/circulation/counting'
import { db } from '@/lib/db/client'
import { isStated } from '../kinds'

/** A comment in hand with the facts that decide what its release replaces. */
type Replacing = {
  id: string
  delegationId: string
  itemId: string | null
  position: CommentPosition | null
}

const placeOf = (delegationId: string, itemId: string | null): string => `${delegationId} ${itemId}`

/**
 * The ids of the comments in hand whose release replaces a position that their delegation has on the item: of positions
 * on one item the last released one counts.
 */
export async function replacingPosition(
  circulationId: string,
  drafts: readonly Replacing[],
): Promise<ReadonlySet<string>> {
  const stating = drafts.filter(({ itemId, position }) => itemId && position && isStated(position))
  if (stating.length === 0) return new Set()
  const standing = await db.circulationComment.findMany({
    where: {
      circulationId,
      delegationId: { in: [...new Set(stating.map(({ delegationId }) => delegationId))] },
      itemId: { in: stating.flatMap(({ itemId }) => itemId ?? []) },
      ...counting,
    },
    select: { delegationId: true, itemId: true, position: true },
  })
  const places = new Set(
    standing
      .filter(({ position }) => isStated(position))
      .map(({ delegationId, itemId }) => placeOf(delegationId, itemId)),
  )
  return new Set(
    stating
      .filter(({ delegationId, itemId }) => places.has(placeOf(delegationId, itemId)))
      .map(({ id }) => id),
  )
}
