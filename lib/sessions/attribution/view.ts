import { Prisma } from '@/lib/db/generated/client'
import type { OnBehalf } from './attribution'

/** An attribution's columns for a view, and the view. */
export const onBehalfFacts = {
  id: true,
  groupOfStatesId: true,
  name: true,
  members: {
    orderBy: { sortKey: 'asc' },
    select: {
      name: true,
      dissociations: { where: { endedAt: null }, select: { id: true } },
    },
  },
} satisfies Prisma.GroupAttributionSelect

export const readOnBehalf = (
  row: Prisma.GroupAttributionGetPayload<{ select: typeof onBehalfFacts }> | null,
): OnBehalf | null =>
  row && {
    id: row.id,
    groupOfStatesId: row.groupOfStatesId,
    group: row.name,
    members: row.members.map(({ name, dissociations }) => ({
      name,
      dissociated: dissociations.length > 0,
    })),
  }

/**
 * The same as a column of a raw statement, for the attribution with the id `id`; null if that is null. With `until`, an
 * expression of time, as of that time.
 */
export const onBehalfSql = (id: Prisma.Sql, until = Prisma.sql`NULL::timestamptz`): Prisma.Sql =>
  Prisma.sql`(SELECT json_build_object('id', g.id, 'groupOfStatesId', g."groupOfStatesId", 'group', g.name, 'members',
      (SELECT coalesce(json_agg(json_build_object('name', m.name, 'dissociated', EXISTS (
          SELECT 1 FROM "Dissociation" x WHERE x."attributionId" = m."attributionId" AND x."entityId" = m."entityId"
            AND (x."statedAt" <= ${until}) IS NOT FALSE AND (x."endedAt" IS NULL OR x."endedAt" > ${until})))
          ORDER BY m."sortKey"), '[]')
        FROM "AttributedMember" m WHERE m."attributionId" = g.id))
    FROM "GroupAttribution" g WHERE g.id = ${id})`

/** The column of an attribution's id in a table of a raw statement, by the table's alias. */
export const attributionOf = (alias: 'c' | 'p'): Prisma.Sql =>
  Prisma.raw(`${alias}."attributionId"`)
