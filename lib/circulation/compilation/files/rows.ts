import 'server-only'
import { db } from '@/lib/db/client'
import { byEntity } from '@/lib/circulation/compilation/order'
import { readComments } from '@/lib/circulation/compilation/queries/comment-rows'
import { keyOf, readOutline, subjectEntry } from '@/lib/circulation/compilation/queries/outline'
import { targetColumns } from '@/lib/circulation/comments/reading/columns'
import type { ListedComment } from '@/lib/circulation/compilation/queries/overview'
import type { CompiledCirculation } from '@/lib/circulation/compilation/views'
import { visibleComments } from '@/lib/circulation/compilation/visible'

const BATCH = 500

/** The number of comments written, and the total. */
export type Progress = (done: number, total: number) => void

/**
 * All comments of a circulation that its reader sees, in the order of print, in batches: at any time no more than a batch
 * of them is in memory, beside the keys by which all are ordered. The caller has asked who reads the circulation.
 */
export async function* readRows(
  circulation: CompiledCirculation,
  progress: Progress = () => {},
): AsyncGenerator<ListedComment[]> {
  const outline = await readOutline(circulation.id)
  const entries = new Map(outline.map((entry) => [entry.key, entry]))
  const ids = await orderedIds(circulation, new Map(outline.map(({ key }, at) => [key, at])))
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH)
    const rows = await db.circulationComment.findMany({
      where: { id: { in: batch } },
      select: { id: true, ...targetColumns },
    })
    const targets = new Map(rows.map((row) => [row.id, row]))
    const comments = await readComments(circulation, batch)
    yield comments.map((comment) => {
      const target = targets.get(comment.id)!
      return { ...comment, entry: entries.get(keyOf(target)) ?? subjectEntry(target.subject) }
    })
    progress(Math.min(at + BATCH, ids.length), ids.length)
  }
}

async function orderedIds(
  circulation: CompiledCirculation,
  ranks: ReadonlyMap<string, number>,
): Promise<string[]> {
  const [delegations, keys] = await Promise.all([
    db.delegation.findMany({
      where: { sessionId: circulation.sessionId },
      select: { id: true, sortKey: true, entity: { select: { kind: true } } },
    }),
    db.circulationComment.findMany({
      where: visibleComments(circulation),
      select: { id: true, delegationId: true, releasedAt: true, ...targetColumns },
    }),
  ])
  const places = new Map(
    delegations.map(({ id, sortKey, entity }) => [id, { sortKey, kind: entity.kind }]),
  )
  return keys
    .map((key) => ({
      id: key.id,
      releasedAt: key.releasedAt,
      rank: ranks.get(keyOf(key)) ?? ranks.size,
      subject: key.subject,
      ...(places.get(key.delegationId) ?? { sortKey: '', kind: 'academia' as const }),
    }))
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0) ||
        byEntity(a, b),
    )
    .map(({ id }) => id)
}
