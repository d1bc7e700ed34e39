import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import type { LockedList } from '@/lib/consolidation/ledger/lock'
import { strengthsApart } from '@/lib/consolidation/strength/compare'

/**
 * Asks before joining texts with verbs two steps or more apart: refuses until the actor confirms, then records the
 * confirmation with both figures. "Consider ratifying" and "ratify" differ for many States. An item for which the
 * record holds a confirmation is not asked about again.
 */
export async function confirmStrength(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  joined: { id: string; texts: readonly string[]; confirmed: boolean },
): Promise<void> {
  const apart = strengthsApart(joined.texts)
  if (!apart || (await isConfirmed(tx, list, joined.id))) return
  if (!joined.confirmed)
    throw new Refused('conflict', 'strengthsDiffer', apart, 'strengthConfirmed')
  await record(tx, actor, 'consolidation.strengthsJoined', {
    sessionId: list.sessionId,
    subjectId: joined.id,
    data: apart,
  })
}

const isConfirmed = async (tx: Tx, { sessionId }: LockedList, subjectId: string) =>
  (await tx.recordEntry.count({
    where: { sessionId, subjectId, event: 'consolidation.strengthsJoined' },
  })) > 0
