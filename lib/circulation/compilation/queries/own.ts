import 'server-only'
import { db } from '@/lib/db/client'
import { membershipIn, type Actor } from '@/lib/delegations/actor'
import { readComments } from './comment-rows'
import { targetColumns } from '@/lib/circulation/comments/reading/columns'
import { entryFor, keyOf, readOutline, subjectEntry } from './outline'
import { type ListedComment, listCompilations } from './overview'

/** A comment of the reader's own delegation, with the circulation in which it was released. */
export type OwnComment = ListedComment & { circulationId: string }

/**
 * The releases of the actor's delegation in the circulations of a session, in the order of print, with their outcome.
 * Empty without a delegation there.
 */
export async function listOwnComments(
  actor: Actor,
  session: { id: string },
): Promise<OwnComment[]> {
  const delegationId = membershipIn(actor, session.id)?.delegationId
  if (!delegationId) return []
  const circulations = await listCompilations(actor, session)
  const comments = await Promise.all(
    circulations.map(async (circulation) => {
      const circulationId = circulation.id
      const rows = await db.circulationComment.findMany({
        where: { circulationId, delegationId },
        orderBy: [{ releasedAt: 'asc' }, { id: 'asc' }],
        select: { id: true, ...targetColumns },
      })
      const outline = rows.length > 0 ? await readOutline(circulationId) : []
      const places = new Map(outline.map((entry, index) => [entry.key, { entry, index }]))
      const ids = rows.map(({ id }) => id)
      const compiled = await readComments(circulation, ids)
      return compiled
        .map((comment, at) => {
          const row = rows[at]!
          const place = places.get(keyOf(row))
          const entry = entryFor(place?.entry ?? subjectEntry(row.subject), comment)
          return {
            index: place?.index ?? outline.length,
            comment: { ...comment, entry, circulationId },
          }
        })
        .toSorted((a, b) => a.index - b.index)
        .map(({ comment }) => comment)
    }),
  )
  return comments.flat()
}
