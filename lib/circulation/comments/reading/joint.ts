import 'server-only'
import { db } from '@/lib/db/client'
import { type About, releasedColumns, releasedView } from './own-queries'
import type { CirculationView } from './queries'
import type { ReleasedView } from './views'
import { counting } from '@/lib/circulation/counting'

/**
 * The comments about a matter that count and that another delegation released on behalf of a group to which the reader's
 * State belonged on that day: they stand for it too, also before they are posted, unless it dissociates itself.
 */
export async function listOnOurBehalf(
  { id: circulationId, delegation }: Pick<CirculationView, 'id' | 'delegation'>,
  about: About | { itemId: null },
): Promise<ReleasedView[]> {
  if (!delegation) return []
  const ofOurs = { entity: { delegations: { some: { id: delegation.id } } } }
  const rows = await db.circulationComment.findMany({
    where: {
      circulationId,
      delegationId: { not: delegation.id },
      attribution: { members: { some: ofOurs } },
      ...counting,
      ...about,
    },
    include: releasedColumns,
    orderBy: [{ releasedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(releasedView)
}
