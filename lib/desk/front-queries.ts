import 'server-only'
import { db } from '@/lib/db/client'
import type { SessionKind } from '@/lib/sessions/kinds'

/** A session as anybody may read of it, with what was released of it. */
export type FrontSession = {
  slug: string
  ordinal: number
  eventWord: string
  groupName: string
  title: string
  kind: SessionKind
  startsOn: Date
  endsOn: Date
  place: string
  /** Items of the issued list; null while nothing is released. */
  items: number | null
  issuedAt: Date | null
}

/** Every session, the latest first, with the issued lists; of lists that are not issued nothing. */
export const listFront = (): Promise<FrontSession[]> => db.$queryRaw<FrontSession[]>`
  SELECT s.slug, s.ordinal, g."eventWord", g.name AS "groupName", s.title, s.kind, s."startsOn",
    s."endsOn", s.place, l."issuedAt",
    CASE WHEN l.id IS NOT NULL THEN
      (SELECT count(*)::int FROM "Item" i WHERE i."listId" = l.id) END AS items
  FROM "Session" s
  JOIN "ExpertGroup" g ON g.id = s."groupId"
  LEFT JOIN "PreliminaryList" l ON l."sessionId" = s.id AND l."issuedAt" IS NOT NULL
  ORDER BY s."startsOn" DESC, s.ordinal DESC`
