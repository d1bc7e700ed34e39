import { db } from '@/lib/db/client'
import type { EntityKind } from '@/lib/delegations/kinds'
import type { OnBehalf } from '@/lib/sessions/attribution/attribution'
import { onBehalfFacts, readOnBehalf } from '@/lib/sessions/attribution/view'

/** The author of a comment: its delegation, and the group of States for which it was made. */
export type Commenter = {
  name: string
  /** The place of the name in UN English order. */
  sortKey: string
  kind: EntityKind
  onBehalf: OnBehalf | null
}

type Comment = { delegationId: string; attributionId: string | null }

/** The commenters of these comments: each delegation and each group is read once, however many comments it made. */
export async function readCommenters(
  comments: readonly Comment[],
): Promise<(comment: Comment) => Commenter> {
  const attributionIds = new Set(comments.flatMap(({ attributionId }) => attributionId ?? []))
  const [delegations, attributions] = await Promise.all([
    db.delegation.findMany({
      where: { id: { in: [...new Set(comments.map(({ delegationId }) => delegationId))] } },
      select: { id: true, name: true, sortKey: true, entity: { select: { kind: true } } },
    }),
    attributionIds.size === 0
      ? []
      : db.groupAttribution.findMany({
          where: { id: { in: [...attributionIds] } },
          select: onBehalfFacts,
        }),
  ])
  const byId = new Map(delegations.map((delegation) => [delegation.id, delegation]))
  const groupById = new Map(attributions.map((row) => [row.id, readOnBehalf(row)]))
  return ({ delegationId, attributionId }) => {
    const { name, sortKey, entity } = byId.get(delegationId)!
    const onBehalf = attributionId === null ? null : groupById.get(attributionId)!
    return { name, sortKey, kind: entity.kind, onBehalf }
  }
}
