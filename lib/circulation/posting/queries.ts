import 'server-only'
import { byCommenter } from '@/lib/circulation/comments/order'
import { chainEnds, withEnd } from '@/lib/circulation/comments/reading/chain'
import {
  commenterOf,
  sharedColumns,
  targetColumns,
} from '@/lib/circulation/comments/reading/columns'
import { retractorColumns, retractorOf } from '@/lib/circulation/comments/reading/retraction'
import { db, read } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { EntityKind } from '@/lib/delegations/kinds'
import { orNotFound } from '@/lib/errors'
import { readOnBehalf } from '@/lib/sessions/attribution/view'
import { readDocument, readDocumentOrNull } from '@/lib/text/document/stored'
import { isPosted, type Posting, postedFrom } from './posted'
import { postedSince } from './public-where'
import { changedAt, hasWords, type PostedCirculation, type PostedComment } from './views'
import { counting } from '@/lib/circulation/counting'

/**
 * A circulation with public comments at this instant, by the slug of its session. Not found before the time of the
 * posting rule, like a circulation that does not exist.
 */
export async function getPosted(slug: string, id: string): Promise<PostedCirculation> {
  const rows = await read<Posting & { title: string; openedAt: Date; now: Date }>`
    SELECT c.title, c."postingRule"::text AS "postingRule", c."openedAt", c."openUntil", c."postAt",
      clock_timestamp() AS now
    FROM "Circulation" c JOIN "Session" s ON s.id = c."sessionId"
    WHERE c.id = ${id}::uuid AND s.slug = ${slug} AND c."openedAt" IS NOT NULL`
  const { title, now, ...posting } = orNotFound(rows[0])
  const { openUntil } = posting
  const from = orNotFound(isPosted(posting, now) ? postedFrom(posting) : null)
  return { id, slug, title, openUntil, from, isOpen: now < openUntil }
}

/** The next time after this moment at which comments of a circulation are posted; null if there is none. */
export async function nextPosting(now: Date): Promise<Date | null> {
  const circulations = await db.circulation.findMany({
    where: {
      openedAt: { not: null },
      OR: [
        { postingRule: 'atDeadline', openUntil: { gt: now } },
        { postingRule: 'atDate', postAt: { gt: now } },
      ],
    },
    select: { postingRule: true, openedAt: true, openUntil: true, postAt: true },
  })
  const times = circulations.flatMap((circulation) => postedFrom(circulation) ?? [])
  return times.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
}

/** The place of a posted comment, by its id; else refused as not found. */
export async function getPostedPlace(
  slug: string,
  commentId: string,
): Promise<{ circulationId: string; itemId: string | null }> {
  const comment = orNotFound(
    await db.circulationComment.findUnique({
      where: { id: commentId },
      select: { circulationId: true, itemId: true },
    }),
  )
  const { from } = await getPosted(slug, comment.circulationId)
  const count = await db.circulationComment.count({
    where: { id: commentId, ...postedSince(from) },
  })
  return orNotFound(count > 0 ? comment : null)
}

/** The comments of a public page: all of a circulation, those on one item or on none (null), those of one delegation. */
type PageComments = {
  circulationId: string
  itemId?: string | null
  delegationId?: string
}

/**
 * A stamp of these comments, their responses, the members that dissociated themselves and the deadline, which every
 * release, end, answer, dissociation and extension changes: pages that are kept by it show nothing that was taken down.
 * One statement, since every request of a public page asks it. Unchecked: for circulations of `getPosted`.
 */
export async function stampOf(page: PageComments): Promise<string> {
  const rows = await read<{ stamp: string }>`
    WITH comment AS (SELECT c.* FROM "CirculationComment" c WHERE ${commentsSql(page)})
    SELECT concat_ws('.',
      (SELECT concat_ws('.', count(*), count("replacedById"), count("withdrawnAt"), count("retractedAt"))
        FROM comment),
      (SELECT concat_ws('.', count(*), count(r."repliedAt"))
        FROM comment JOIN "Response" r ON r."commentId" = comment.id),
      (SELECT concat_ws('.', count(*), count(d."endedAt")) FROM "Dissociation" d
        WHERE d."attributionId" IN (SELECT "attributionId" FROM comment)),
      (SELECT extract(epoch FROM k."openUntil") FROM "Circulation" k WHERE k.id = ${page.circulationId}::uuid)
    ) AS stamp`
  return rows[0]!.stamp
}

function commentsSql({ circulationId, itemId, delegationId }: PageComments): Prisma.Sql {
  const conditions = [Prisma.sql`c."circulationId" = ${circulationId}::uuid`]
  if (itemId === null) conditions.push(Prisma.sql`c."itemId" IS NULL`)
  else if (itemId) conditions.push(Prisma.sql`c."itemId" = ${itemId}::uuid`)
  if (delegationId) conditions.push(Prisma.sql`c."delegationId" = ${delegationId}::uuid`)
  return Prisma.join(conditions, ' AND ')
}

const columns = {
  ...sharedColumns,
  ...targetColumns,
  wording: true,
  item: { select: { body: true, language: true } },
  replacedBy: { select: { releasedAt: true } },
  retractedBy: retractorColumns,
  response: {
    select: { outcome: true, text: true, releasedAt: true, reply: true, replyText: true },
  },
} satisfies Prisma.CirculationCommentSelect

type Row = Prisma.CirculationCommentGetPayload<{ select: typeof columns }>

/** Public comments: what a withdrawn or retracted comment had replaced has no words either. */
async function postedViews(rows: readonly Row[]): Promise<PostedComment[]> {
  const ends = await chainEnds(rows)
  return rows.map((row) => postedView(withEnd(row, ends.get(row.id))))
}

function postedView(row: Row): PostedComment {
  const { delegation, attribution, item, passageText, wording, replacedBy, ...same } = row
  const isShown = hasWords(row)
  return {
    ...same,
    ...commenterOf(delegation),
    onBehalf: readOnBehalf(attribution),
    subject: isShown ? row.subject : '',
    passage: isShown ? passageText : null,
    text: isShown ? row.text : '',
    wording: isShown ? readDocumentOrNull(wording) : null,
    base: item && { body: readDocument(item.body), language: item.language },
    response: isShown ? row.response : null,
    replacedAt: replacedBy?.releasedAt ?? null,
    retractedBy: retractorOf(row),
  }
}

/** Public comments by commenter, those of one commenter in the order of their release. */
export async function listPosted(
  { id: circulationId, from }: PostedCirculation,
  where: Prisma.CirculationCommentWhereInput,
): Promise<PostedComment[]> {
  const rows = await db.circulationComment.findMany({
    where: { ...where, circulationId, ...postedSince(from) },
    select: columns,
    orderBy: [{ releasedAt: 'asc' }, { id: 'asc' }],
  })
  return (await postedViews(rows)).toSorted(byCommenter)
}

/** The latest public comments, also those that ended: the last change first. */
export async function listLatestPosted(
  { id: circulationId, from }: PostedCirculation,
  most: number,
): Promise<PostedComment[]> {
  const where = { circulationId, ...postedSince(from) }
  const latest = (
    narrowed: Prisma.CirculationCommentWhereInput,
    change: Prisma.CirculationCommentOrderByWithRelationInput,
  ) =>
    db.circulationComment.findMany({
      where: { ...where, ...narrowed },
      select: columns,
      orderBy: [change, { id: 'desc' }],
      take: most,
    })
  const [released, replaced, retracted, withdrawn] = await Promise.all([
    latest({}, { releasedAt: 'desc' }),
    latest({ replacedById: { not: null } }, { replacedBy: { releasedAt: 'desc' } }),
    latest({ retractedAt: { not: null } }, { retractedAt: 'desc' }),
    latest({ withdrawnAt: { not: null } }, { withdrawnAt: 'desc' }),
  ])
  const latestRows = [...released, ...replaced, ...retracted, ...withdrawn]
  const rows = new Map(latestRows.map((row) => [row.id, row]))
  // What they had replaced ends with them.
  let ended = [...retracted, ...withdrawn]
  while (ended.length > 0) {
    ended = await db.circulationComment.findMany({
      where: { ...where, replacedById: { in: ended.map(({ id }) => id) } },
      select: columns,
    })
    for (const row of ended) rows.set(row.id, row)
  }
  const comments = await postedViews([...rows.values()])
  // Before the posting nobody saw a change: there the order is that of the releases.
  const changeTime = (comment: PostedComment) => changedAt(comment, comment.releasedAt).getTime()
  return comments.toSorted((a, b) => changeTime(b) - changeTime(a)).slice(0, most)
}

const BATCH = 500

/** All public comments in the order of their ids, batch by batch, so that memory is bounded. */
export async function* eachPosted({
  id: circulationId,
  from,
}: PostedCirculation): AsyncGenerator<PostedComment[]> {
  let after: string | null = null
  for (;;) {
    const rows: Row[] = await db.circulationComment.findMany({
      where: { circulationId, ...postedSince(from), ...(after && { id: { gt: after } }) },
      select: columns,
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    if (rows.length > 0) yield await postedViews(rows)
    if (rows.length < BATCH) return
    after = rows.at(-1)!.id
  }
}

/** A commenter, with the number of its public comments that count. */
export type PostedCommenter = {
  delegationId: string
  name: string
  kind: EntityKind
  sortKey: string
  count: number
}

/** The number of public comments that count, by item, beside items, and by commenter. */
export async function countPosted({ id: circulationId }: PostedCirculation): Promise<{
  byItem: Map<string, number>
  general: number
  commenters: PostedCommenter[]
}> {
  const where = { circulationId, ...counting }
  const [items, commenters] = await Promise.all([
    db.circulationComment.groupBy({ by: 'itemId', where, _count: true }),
    db.circulationComment.groupBy({ by: 'delegationId', where, _count: true }),
  ])
  const counts = new Map(commenters.map(({ delegationId, _count }) => [delegationId, _count]))
  const delegations = await db.delegation.findMany({
    where: { id: { in: [...counts.keys()] } },
    select: { id: true, name: true, sortKey: true, entity: { select: { kind: true } } },
  })
  return {
    byItem: new Map(
      items.flatMap(({ itemId, _count }) => (itemId === null ? [] : [[itemId, _count]])),
    ),
    general: items.find(({ itemId }) => itemId === null)?._count ?? 0,
    commenters: delegations
      .map(({ id, entity, ...row }) => ({
        ...row,
        delegationId: id,
        kind: entity.kind,
        count: counts.get(id) ?? 0,
      }))
      .toSorted(byCommenter),
  }
}
