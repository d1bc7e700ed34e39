import 'server-only'
import type { Tx } from '@/lib/db/client'

/** Whether the list of a stock-taking session is adopted: comments on its sources then come too late. */
export const isListAdopted = async (
  tx: Pick<Tx, 'consolidatedList'>,
  { id: sessionId }: { id: string },
): Promise<boolean> =>
  (await tx.consolidatedList.count({ where: { sessionId, adoptedAt: { not: null } } })) > 0
