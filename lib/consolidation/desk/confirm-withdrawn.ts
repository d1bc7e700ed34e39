import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import type { LockedList } from '@/lib/consolidation/ledger/lock'
import type { Source } from '@/lib/consolidation/ledger/sources'

/**
 * Asks before words of withdrawn items are taken: refuses until the actor confirms, then records the
 * confirmation. Their outcome stays "withdrawn", and an item that has no other source hinders adoption.
 */
export async function confirmWithdrawn(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  { id, sources, confirmed }: { id: string; sources: readonly Source[]; confirmed: boolean },
): Promise<void> {
  const items = sources.filter(({ withdrawn }) => withdrawn).length
  if (items === 0) return
  if (!confirmed) throw new Refused('conflict', 'sourcesWithdrawn', { items }, 'withdrawnConfirmed')
  await record(tx, actor, 'consolidation.withdrawnTaken', {
    sessionId: list.sessionId,
    subjectId: id,
    data: { items },
  })
}
