import 'server-only'
import { db } from '@/lib/db/client'
import { byEntity } from '@/lib/circulation/compilation/order'
import { readComments } from '@/lib/circulation/compilation/queries/comment-rows'
import {
  entryFor,
  keyOf,
  readOutline,
  subjectEntry,
} from '@/lib/circulation/compilation/queries/outline'
import { targetColumns } from '@/lib/circulation/comments/reading/columns'
import type { ListedComment } from '@/lib/circulation/compilation/queries/overview'
import type { CompiledCirculation, OutlineEntry } from '@/lib/circulation/compilation/views'
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
  const keys = await orderedKeys(circulation)
  for (let at = 0; at < keys.length; at += BATCH) {
    const batch = keys.slice(at, at + BATCH)
    const comments = await readComments(
      circulation,
      batch.map(({ id }) => id),
    )
    yield comments.map((comment, index) => ({
      ...comment,
      entry: entryFor(batch[index]!.entry, comment),
    }))
    progress(Math.min(at + BATCH, keys.length), keys.length)
  }
}

/** The ids of the comments with their targets, in the order of print. */
async function orderedKeys(
  circulation: CompiledCirculation,
): Promise<{ id: string; entry: OutlineEntry }[]> {
  const outline = await readOutline(circulation.id)
  const targets = new Map(outline.map((entry, rank) => [entry.key, { entry, rank }]))
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
      subject: key.subject,
      ...(targets.get(keyOf(key)) ?? { entry: subjectEntry(key.subject), rank: outline.length }),
      ...(places.get(key.delegationId) ?? { sortKey: '', kind: 'academia' as const }),
    }))
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0) ||
        byEntity(a, b),
    )
    .map(({ id, entry }) => ({ id, entry }))
}
