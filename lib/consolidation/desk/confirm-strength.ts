import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import type { LockedList } from '@/lib/consolidation/ledger/lock'
import { strengthsApart } from '@/lib/consolidation/strength/compare'

/**
 * Asks before texts of different strength are joined: refuses until the actor confirms, then records the
 * confirmation with both figures. "Consider ratifying" and "ratify" are two things to many States.
 */
export async function confirmStrength(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  joined: { id: string; texts: readonly string[]; confirmed: boolean },
): Promise<void> {
  const apart = strengthsApart(joined.texts)
  if (!apart) return
  if (!joined.confirmed)
    throw new Refused('conflict', 'strengthsDiffer', apart, 'strengthConfirmed')
  await record(tx, actor, 'consolidation.strengthsJoined', {
    sessionId: list.sessionId,
    subjectId: joined.id,
    data: apart,
  })
}
