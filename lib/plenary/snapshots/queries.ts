import 'server-only'
import { db } from '@/lib/db/client'
import { newestDocument, type Registered } from '@/lib/documents/head'
import { readSnapshot, type SnapshotContent } from './snapshot'

/** A snapshot as its list names it. */
type SnapshotSummary = {
  number: number
  takenAt: Date
  takenBy: string
  items: number
  textHash: string
  undoneAt: Date | null
  undoneBy: string
}

/** The snapshots of a session's list, the latest first. They are posted for everybody while the meeting runs. */
export const listSnapshots = (slug: string): Promise<SnapshotSummary[]> => db.$queryRaw`
  SELECT p.number, p."takenAt", coalesce(t.name, '') AS "takenBy", p."textHash", p."undoneAt",
    coalesce(u.name, '') AS "undoneBy",
    (SELECT coalesce(sum(jsonb_array_length(h->'items')), 0)::int
      FROM jsonb_array_elements(p.content->'headings') AS h) AS items
  FROM "Snapshot" p
  JOIN "ConsolidatedList" l ON l.id = p."listId"
  JOIN "Session" s ON s.id = l."sessionId"
  LEFT JOIN "Person" t ON t.id = p."takenById"
  LEFT JOIN "Person" u ON u.id = p."undoneById"
  WHERE s.slug = ${slug} ORDER BY p.number DESC`

/** A snapshot with all that it keeps. */
export type SnapshotView = SnapshotSummary & {
  content: SnapshotContent
  /** Its paper in the register. */
  document: Registered | null
}

/** One snapshot for everybody, undone or not; null if there is none of that number. */
export async function findSnapshot(slug: string, number: number): Promise<SnapshotView | null> {
  if (!Number.isInteger(number) || number < 1 || number > 100_000) return null
  const row = await db.snapshot.findFirst({
    where: { number, list: { session: { slug } } },
    select: { content: true, documents: newestDocument },
  })
  const summary = (await listSnapshots(slug)).find((snapshot) => snapshot.number === number)
  return row && summary
    ? { ...summary, content: readSnapshot(row.content), document: row.documents[0] ?? null }
    : null
}
