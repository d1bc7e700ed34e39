import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import { wordsKey } from '@/lib/circulation/responses/identical'
import { canDraftResponse } from '@/lib/circulation/responses/policy'
import { readComments, withDrafts } from './comment-rows'
import { byEntity } from '@/lib/circulation/compilation/order'
import { targetColumns } from '@/lib/circulation/comments/reading/columns'
import { entryFor, keyOf, readOutline, subjectEntry } from './outline'
import type {
  CompiledCirculation,
  CompiledComment,
  OutlineEntry,
} from '@/lib/circulation/compilation/views'
import { visibleComments } from '@/lib/circulation/compilation/visible'
import { counting } from '@/lib/circulation/counting'

/** One comment with its target, identical ones that wait for a response, and the next that waits. */
type CommentWithRoom = {
  comment: CompiledComment
  entry: OutlineEntry
  identical: CompiledComment[]
  /** The next comment in the order of print that counts and has no response; null for none. */
  next: string | null
  /** The number that wait. */
  waiting: number
}

/** A comment for its reader; a hidden one is not found. Cached per request. */
export const getCompiledComment = cache(
  async (
    actor: SignedIn,
    circulation: CompiledCirculation,
    id: string,
  ): Promise<CommentWithRoom> => {
    const visible = visibleComments(circulation)
    const row = orNotFound(
      await db.circulationComment.findFirst({
        where: { id, ...visible },
        select: { id: true, position: true, ...targetColumns },
      }),
    )
    const { target, listId, headingId, itemId, subject } = row
    const about = { target, listId, headingId, itemId, subject }
    const writes = canDraftResponse(actor, circulation.sessionId)
    const [outline, alike] = await Promise.all([
      readOutline(circulation.id),
      writes
        ? db.circulationComment.findMany({
            where: {
              ...visible,
              ...about,
              ...counting,
              position: row.position,
              response: { is: null },
            },
            select: { id: true },
          })
        : [],
    ])
    const ids = [id, ...alike.flatMap((candidate) => (candidate.id === id ? [] : candidate.id))]
    const [compiled, ...waiting] = await readComments(circulation, ids)
    const [comment] = writes ? await withDrafts([compiled!]) : [compiled!]
    const queue = writes ? await findNext(circulation, outline, { id, ...about }) : null
    return {
      comment: comment!,
      entry: entryFor(
        outline.find(({ key }) => key === keyOf(row)) ?? subjectEntry(subject),
        comment!,
      ),
      identical: waiting
        .toSorted(byEntity)
        .filter((candidate) => wordsKey(candidate) === wordsKey(compiled!)),
      next: queue?.next ?? null,
      waiting: queue?.waiting ?? 0,
    }
  },
)

/** The first comment that waits for a response, for those who write responses; null for none and for others. */
export async function findFirstWaiting(
  actor: SignedIn,
  circulation: CompiledCirculation,
): Promise<string | null> {
  if (!canDraftResponse(actor, circulation.sessionId)) return null
  return (await findNext(circulation, await readOutline(circulation.id), null)).next
}

type Place = Parameters<typeof keyOf>[0] & { id: string }

/**
 * The next comment without a response after a place, in the order of print; from the end it begins again. The caller
 * has asked whether the reader writes responses.
 */
async function findNext(
  circulation: CompiledCirculation,
  outline: readonly OutlineEntry[],
  after: Place | null,
): Promise<{ next: string | null; waiting: number }> {
  const where = { ...visibleComments(circulation), ...counting, response: { is: null } }
  const groups = await db.circulationComment.groupBy({
    by: ['target', 'listId', 'headingId', 'itemId', 'subject'],
    where,
    _count: true,
  })
  const rank = (group: Parameters<typeof keyOf>[0]): string => {
    const at = outline.findIndex(({ key }) => key === keyOf(group))
    return `${String(at < 0 ? outline.length : at).padStart(6, '0')} ${group.subject}`
  }
  const waiting = groups.reduce((sum, { _count }) => sum + _count, 0)
  const rankedGroups = groups
    .map((group) => ({ group, rank: rank(group) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
  const ownRank = after === null ? '' : rank(after)
  const ownGroup = rankedGroups.filter((entry) => entry.rank === ownRank)
  const inOrder = [
    ...ownGroup.map((entry) => ({ ...entry, isRest: true })),
    ...[
      ...rankedGroups.filter((entry) => entry.rank > ownRank),
      ...rankedGroups.filter((entry) => entry.rank < ownRank),
      ...ownGroup,
    ].map((entry) => ({ ...entry, isRest: false })),
  ]
  for (const { group, isRest } of inOrder) {
    const { _count: _, ...about } = group
    const rows = await db.circulationComment.findMany({
      where: { ...where, ...about },
      select: {
        id: true,
        releasedAt: true,
        delegation: { select: { sortKey: true, entity: { select: { kind: true } } } },
      },
    })
    const ids = rows
      .map(({ delegation, ...row }) => ({
        ...row,
        sortKey: delegation.sortKey,
        kind: delegation.entity.kind,
      }))
      .toSorted(byEntity)
      .map(({ id }) => id)
    const next = isRest && after ? ids[ids.indexOf(after.id) + 1] : ids[0]
    if (next !== undefined && next !== after?.id) return { next, waiting }
  }
  return { next: null, waiting }
}
