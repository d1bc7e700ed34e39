import { Prisma } from '@/lib/db/generated/client'
import type { Look, Visit } from './visit'

/** A `Look` with times as JSON has them. */
export type LookRow = {
  at: string
  earlier: (Omit<Visit, 'visitedAt' | 'sinceAt'> & { visitedAt: string; sinceAt: string }) | null
}

/** SQL: the column `look`, this moment and the reader's visit (`v`, joined by `visitSql`). */
export const lookSql = Prisma.sql`
  json_build_object('at', clock_timestamp(), 'earlier', CASE WHEN v."personId" IS NOT NULL THEN
    json_build_object('visitedAt', v."visitedAt", 'revisionNumber', v."revisionNumber",
      'sinceAt', v."sinceAt", 'sinceRevision', v."sinceRevision") END) AS look`

/** The look that `lookSql` read. */
export const readLook = ({ at, earlier }: LookRow): Look => ({
  at: new Date(at),
  earlier: earlier && {
    ...earlier,
    visitedAt: new Date(earlier.visitedAt),
    sinceAt: new Date(earlier.sinceAt),
  },
})
