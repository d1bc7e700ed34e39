import 'server-only'
import { cache } from 'react'
import { clockTime, db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { type Actor, membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { assertFound, orNotFound } from '@/lib/errors'
import { canDraftResponse } from '@/lib/circulation/responses/policy'
import { isPosted, postedFrom } from '@/lib/circulation/posting/posted'
import { readComments, withDrafts } from './comment-rows'
import type { CompilationFilter } from '@/lib/circulation/compilation/filter'
import { byEntity } from '@/lib/circulation/compilation/order'
import { entryFor, keyOf, readOutline, subjectEntry } from './outline'
import { targetColumns } from '@/lib/circulation/comments/reading/columns'
import { canReadCompilation, readsAllComments } from '@/lib/circulation/compilation/policy'
import { type Summary, summarize } from '@/lib/circulation/compilation/summary'
import {
  type CompiledCirculation,
  type CompiledComment,
  type OutlineEntry,
} from '@/lib/circulation/compilation/views'
import { narrowedBy, visibleComments } from '@/lib/circulation/compilation/visible'
import { counting, counts } from '@/lib/circulation/counting'

/** An opened circulation, for each participant of its session; else not found. Cached per request. */
export const getCompiledCirculation = cache(
  async (actor: Actor, session: { id: string }, id: string): Promise<CompiledCirculation> => {
    assertFound(canReadCompilation(actor, session.id))
    const [now, row] = await Promise.all([
      clockTime(db),
      db.circulation.findFirst({
        where: { id, sessionId: session.id, openedAt: { not: null } },
        select: posted,
      }),
    ])
    return { ...withPosting(orNotFound(row), now), ...readerOf(actor, session) }
  },
)

const readerOf = (actor: Actor, session: { id: string }) => ({
  seesAll: readsAllComments(actor, session.id),
  delegationId: membershipIn(actor, session.id)?.delegationId ?? null,
})

const posted = {
  id: true,
  sessionId: true,
  title: true,
  openedAt: true,
  openUntil: true,
  postingRule: true,
  postAt: true,
} satisfies Prisma.CirculationSelect

/** A circulation with the state of its comments at this time: received still or not, and posted since when. */
function withPosting(
  row: Prisma.CirculationGetPayload<{ select: typeof posted }>,
  now: Date,
): Omit<CompiledCirculation, 'seesAll' | 'delegationId'> {
  const { postingRule: _, postAt: __, openedAt: ___, ...circulation } = row
  const from = isPosted(row, now) ? postedFrom(row) : null
  return { ...circulation, closed: circulation.openUntil <= now, postedFrom: from }
}

/** A circulation with all its comments, for the command line; refuses one that was not opened. */
export async function readWholeCirculation(id: string): Promise<CompiledCirculation> {
  const [now, row] = await Promise.all([
    clockTime(db),
    db.circulation.findFirst({ where: { id, openedAt: { not: null } }, select: posted }),
  ])
  return { ...withPosting(orNotFound(row), now), seesAll: true, delegationId: null }
}

/** The opened circulations of a session, the latest first, for each participant. Cached per request. */
export const listCompilations = cache(
  async (actor: Actor, session: { id: string }): Promise<CompiledCirculation[]> => {
    if (!canReadCompilation(actor, session.id)) return []
    const [now, rows] = await Promise.all([
      clockTime(db),
      db.circulation.findMany({
        where: { sessionId: session.id, openedAt: { not: null } },
        orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
        select: posted,
      }),
    ])
    return rows.map((row) => ({ ...withPosting(row, now), ...readerOf(actor, session) }))
  },
)

/** The comments on an item as its reader sees them, in the order of the entities. */
export async function listItemComments(
  actor: Actor,
  circulation: CompiledCirculation,
  itemId: string,
): Promise<CompiledComment[]> {
  const rows = await db.circulationComment.findMany({
    where: { ...visibleComments(circulation), itemId },
    select: { id: true },
  })
  const ids = rows.map(({ id }) => id)
  const comments = (await readComments(circulation, ids)).toSorted(byEntity)
  return canDraftResponse(actor, circulation.sessionId) ? withDrafts(comments) : comments
}

/** The positions and answers of these comments, as far as they count. */
export const summaryOf = (comments: readonly CompiledComment[]): Summary =>
  summarize(
    comments
      .filter(counts)
      .map(({ position, response }) => ({ position, answered: response !== null, count: 1 })),
  )

/** All targets, in the order of print, each with the room's view. */
type CompilationOverview = {
  entries: (OutlineEntry & { summary: Summary })[]
  all: Summary
}

/** The reader's comments, target by target. As many statements for one comment as for all. */
export async function getOverview(circulation: CompiledCirculation): Promise<CompilationOverview> {
  const where = { ...visibleComments(circulation), ...counting }
  const by = ['target', 'listId', 'headingId', 'itemId', 'subject', 'position'] as const
  const [outline, groups, answered] = await Promise.all([
    readOutline(circulation.id),
    db.circulationComment.groupBy({ by: [...by], where, _count: true }),
    db.circulationComment.groupBy({
      by: [...by],
      where: { ...where, response: { isNot: null } },
      _count: true,
    }),
  ])
  const keyWithPosition = (group: (typeof groups)[number]) => `${keyOf(group)} ${group.position}`
  const answeredOf = new Map(answered.map((group) => [keyWithPosition(group), group._count]))
  const countedGroups = groups.map((group) => ({
    key: keyOf(group),
    position: group.position,
    answered: answeredOf.get(keyWithPosition(group)) ?? 0,
    count: group._count,
  }))
  const groupsByTarget = new Map<string, Group[]>()
  for (const group of countedGroups)
    groupsByTarget.set(group.key, [...(groupsByTarget.get(group.key) ?? []), group])
  const subjects = [
    ...new Set(groups.filter(({ target }) => target === 'other').map(({ subject }) => subject)),
  ].toSorted()
  return {
    entries: [...outline, ...subjects.map(subjectEntry)].map((entry) => ({
      ...entry,
      summary: summarize(split(groupsByTarget.get(entry.key) ?? [])),
    })),
    all: summarize(split(countedGroups)),
  }
}

type Group = { position: CompiledComment['position']; answered: number; count: number }

const split = (groups: readonly Group[]) =>
  groups.flatMap(({ position, answered, count }) => [
    { position, answered: true, count: answered },
    { position, answered: false, count: count - answered },
  ])

const PAGE = 50

/** A comment with the name of its target. */
export type ListedComment = CompiledComment & { entry: OutlineEntry }

/** One page of the comments that a filter keeps, in the order of print. */
export async function listComments(
  actor: SignedIn,
  circulation: CompiledCirculation,
  filter: CompilationFilter,
  page: number,
): Promise<{ comments: ListedComment[]; total: number; page: number; pages: number }> {
  const where = { AND: [visibleComments(circulation), narrowedBy(filter)] }
  const total = await db.circulationComment.count({ where })
  const pages = Math.max(1, Math.ceil(total / PAGE))
  const pageNumber = Math.min(Math.max(1, page), pages)
  const [rows, outline] = await Promise.all([
    db.circulationComment.findMany({
      where,
      orderBy: [
        { target: 'asc' },
        { list: { session: { ordinal: 'asc' } } },
        { heading: { list: { session: { ordinal: 'asc' } } } },
        { heading: { position: 'asc' } },
        { item: { list: { session: { ordinal: 'asc' } } } },
        { item: { heading: { position: 'asc' } } },
        { item: { position: 'asc' } },
        { subject: 'asc' },
        { delegation: { entity: { kind: 'asc' } } },
        { delegation: { sortKey: 'asc' } },
        { releasedAt: 'asc' },
        { id: 'asc' },
      ],
      skip: (pageNumber - 1) * PAGE,
      take: PAGE,
      select: { id: true, ...targetColumns },
    }),
    readOutline(circulation.id),
  ])
  const entries = new Map(outline.map((entry) => [entry.key, entry]))
  const comments = await readComments(
    circulation,
    rows.map(({ id }) => id),
  )
  const writes = canDraftResponse(actor, circulation.sessionId)
  const complete = writes ? await withDrafts(comments) : comments
  return {
    comments: complete.map((comment, index) => ({
      ...comment,
      entry: entryFor(
        entries.get(keyOf(rows[index]!)) ?? subjectEntry(rows[index]!.subject),
        comment,
      ),
    })),
    total,
    page: pageNumber,
    pages,
  }
}

/** The commenters that the reader sees, as options of a filter. */
export async function listCommenters(
  circulation: CompiledCirculation,
): Promise<{ id: string; name: string }[]> {
  const delegations = await db.delegation.findMany({
    where: { circulationComments: { some: visibleComments(circulation) } },
    orderBy: [{ entity: { kind: 'asc' } }, { sortKey: 'asc' }],
    select: { id: true, name: true },
  })
  return delegations
}
