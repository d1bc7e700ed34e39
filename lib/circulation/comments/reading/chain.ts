import 'server-only'
import { db } from '@/lib/db/client'
import { retractorColumns } from './retraction'

/** The end of a comment by its delegation or the Secretariat. */
type ChainEnd = {
  withdrawnAt: Date | null
  retractedAt: Date | null
  retractedBy: { places: { delegationId: string }[] } | null
}

type Link = { id: string; replacedById: string | null }

const columns = {
  id: true,
  replacedById: true,
  withdrawnAt: true,
  retractedAt: true,
  retractedBy: retractorColumns,
} as const

/**
 * For replaced comments, the end of the last comment of their chain, by the id of the replaced one: who withdraws or
 * retracts the comment that counts ends for the public what it replaced, too. A chain that counts is left out.
 */
export async function chainEnds(comments: readonly Link[]): Promise<Map<string, ChainEnd>> {
  const later = new Map<string, Link & ChainEnd>()
  let ids = idsAfter(comments)
  while (ids.length > 0) {
    const rows = await db.circulationComment.findMany({
      where: { id: { in: ids } },
      select: columns,
    })
    for (const row of rows) later.set(row.id, row)
    ids = idsAfter(rows).filter((id) => !later.has(id))
  }
  return new Map(
    comments.flatMap(({ id, replacedById }) => {
      let last = replacedById === null ? undefined : later.get(replacedById)
      while (last?.replacedById) last = later.get(last.replacedById)
      return last && (last.withdrawnAt ?? last.retractedAt) ? [[id, last]] : []
    }),
  )
}

/** A comment with the end that it has from its chain; its own retraction stays. */
export const withEnd = <Row extends ChainEnd>(row: Row, end: ChainEnd | undefined): Row =>
  end
    ? {
        ...row,
        withdrawnAt: end.withdrawnAt,
        ...(end.retractedAt && { retractedAt: end.retractedAt, retractedBy: end.retractedBy }),
      }
    : row

const idsAfter = (comments: readonly Link[]): string[] => [
  ...new Set(comments.flatMap(({ replacedById }) => replacedById ?? [])),
]
