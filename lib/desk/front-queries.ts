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
  /** When the consolidated list was adopted, and how many items it has; null before. */
  adoptedAt: Date | null
  adoptedItems: number | null
  /** Snapshots of agreed paragraphs that were posted, undone ones too. */
  snapshots: number
}

/** Every session, the latest first, with what was released of it; of the rest nothing. */
export const listFront = (): Promise<FrontSession[]> => db.$queryRaw<FrontSession[]>`
  SELECT s.slug, s.ordinal, g."eventWord", g.name AS "groupName", s.title, s.kind, s."startsOn",
    s."endsOn", s.place, l."issuedAt",
    CASE WHEN l.id IS NOT NULL THEN
      (SELECT count(*)::int FROM "Item" i WHERE i."listId" = l.id) END AS items,
    c."adoptedAt", CASE WHEN c."adoptedAt" IS NOT NULL THEN (SELECT count(*)::int
      FROM "ConsolidatedItem" i WHERE i."listId" = c.id AND i."deletedAt" IS NULL)
      END AS "adoptedItems",
    (SELECT count(*)::int FROM "Snapshot" n WHERE n."listId" = c.id) AS snapshots
  FROM "Session" s
  JOIN "ExpertGroup" g ON g.id = s."groupId"
  LEFT JOIN "PreliminaryList" l ON l."sessionId" = s.id AND l."issuedAt" IS NOT NULL
  LEFT JOIN "ConsolidatedList" c ON c."sessionId" = s.id
  ORDER BY s."startsOn" DESC, s.ordinal DESC`
