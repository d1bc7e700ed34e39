import 'server-only'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { readComments } from './comment-rows'
import { byEntity } from '@/lib/circulation/compilation/order'
import { listCompilations } from './overview'
import type { CompiledComment } from '@/lib/circulation/compilation/views'
import { visibleComments } from '@/lib/circulation/compilation/visible'
import { counting } from '@/lib/circulation/counting'

/** A comment that counts, beside its preliminary item. */
export type CommentBeside = CompiledComment & { itemId: string; circulationId: string }

/** The comments on these preliminary items in the circulations of a session, as the reader sees them, by entity. */
export async function listCommentsOn(
  actor: Actor,
  session: { id: string },
  itemIds: readonly string[],
): Promise<CommentBeside[]> {
  const circulations = await listCompilations(actor, session)
  const comments = await Promise.all(
    circulations.map(async (circulation) => {
      const rows = await db.circulationComment.findMany({
        where: {
          ...visibleComments(circulation),
          ...counting,
          itemId: { in: [...itemIds] },
        },
        select: { id: true, itemId: true },
      })
      const ids = rows.map(({ id }) => id)
      const compiled = await readComments(circulation, ids)
      return compiled.map((comment, index) => ({
        ...comment,
        itemId: rows[index]!.itemId ?? '',
        circulationId: circulation.id,
      }))
    }),
  )
  return comments.flat().toSorted(byEntity)
}

/** The number of counting comments on a preliminary item in one circulation. */
export type CountBeside = { itemId: string; circulationId: string; title: string; count: number }

/** The same as figures, for lists of many items; items without comments are not there. */
export async function countCommentsOn(
  actor: Actor,
  session: { id: string },
  itemIds: readonly string[],
): Promise<CountBeside[]> {
  const circulations = await listCompilations(actor, session)
  const counts = await Promise.all(
    circulations.map(async (circulation) => {
      const groups = await db.circulationComment.groupBy({
        by: ['itemId'],
        where: {
          ...visibleComments(circulation),
          ...counting,
          itemId: { in: [...itemIds] },
        },
        _count: true,
      })
      return groups.map(({ itemId, _count: count }) => ({
        itemId: itemId ?? '',
        circulationId: circulation.id,
        title: circulation.title,
        count,
      }))
    }),
  )
  return counts.flat()
}
