import 'server-only'
import { cache } from 'react'
import { read } from '@/lib/db/client'
import { type Actor, takesPart } from '@/lib/delegations/actor'
import { assertFound } from '@/lib/errors'
import type { PeriodView, SessionView } from './session-view'

type SessionRow = Omit<SessionView, 'submission' | 'comments'> & {
  submission: PeriodRow | null
  comments: PeriodRow | null
}
type PeriodRow = {
  open: boolean
  openedAt: string
  openUntil: string
  closedAt: string | null
  readAt: string
}

/**
 * The session with this slug, in one query, for people who take part in the group; for anybody else
 * not found.
 */
export async function getSession(actor: Actor, slug: string): Promise<SessionView> {
  const session = takesPart(actor) ? await findSession(slug) : null
  assertFound(session)
  return session
}

/** The session with this slug, or null. Unchecked: the caller must have authorized the actor. Cached per request. */
export const findSession = cache(async (slug: string): Promise<SessionView | null> => {
  const rows = await read<SessionRow>`
    SELECT s.id, s.slug, s.ordinal, s.title, s.kind, s.format, s."startsOn", s."endsOn", s.place,
      s.version, clock_timestamp() AS "readAt", g.id AS "groupId", g.name AS "groupName", g."shortName" AS "groupShortName",
      g."symbolRoot", g."eventWord", g."observersMayPropose", g."stakeholdersMayComment",
      (SELECT l."issuedAt" IS NOT NULL FROM "PreliminaryList" l WHERE l."sessionId" = s.id) IS TRUE
        AS "listIssued",
      (SELECT r."releasedAt" IS NOT NULL FROM "Report" r WHERE r."sessionId" = s.id) IS TRUE
        AS "reportReleased",
      p.submission, p.comments
    FROM "Session" s
    JOIN "ExpertGroup" g ON g.id = s."groupId"
    LEFT JOIN LATERAL (
      SELECT
        max(latest.period::text) FILTER (WHERE latest.kind = 'submission')::json AS submission,
        max(latest.period::text) FILTER (WHERE latest.kind = 'comments')::json AS comments
      FROM (
        SELECT DISTINCT ON (q.kind) q.kind, json_build_object(
          'open', q."closedAt" IS NULL AND q."openUntil" > clock_timestamp(),
          'openedAt', q."openedAt", 'openUntil', q."openUntil", 'closedAt', q."closedAt",
          'readAt', clock_timestamp()) AS period
        FROM "Period" q WHERE q."sessionId" = s.id ORDER BY q.kind, q."openedAt" DESC
      ) latest
    ) p ON true
    WHERE s.slug = ${slug}`
  const row = rows[0]
  return row ? { ...row, submission: period(row.submission), comments: period(row.comments) } : null
})

const period = (row: PeriodRow | null): PeriodView | null =>
  row && {
    open: row.open,
    openedAt: new Date(row.openedAt),
    openUntil: new Date(row.openUntil),
    closedAt: row.closedAt ? new Date(row.closedAt) : null,
    readAt: new Date(row.readAt),
  }
