import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { record } from '@/lib/record/record'
import type { StatusKind } from '@/lib/consolidation/kinds'
import type { LockedList } from '@/lib/consolidation/ledger/lock'
import type { Presiding } from './presiding'

type NewStatus = {
  itemId: string
  kind: StatusKind
  wording: number
  reason: string
}

/**
 * Ends the status of an item and writes the next one, with the name of the presiding officer and of the Chair for whom
 * that officer acts. The only writer of `ItemStatus`; the caller has checked the policy.
 */
export async function changeStatus(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  presiding: Presiding,
  status: NewStatus,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ItemStatus" SET "supersededAt" = clock_timestamp()
    WHERE "itemId" = ${status.itemId}::uuid AND "supersededAt" IS NULL`
  await tx.itemStatus.create({
    data: {
      ...status,
      listId: list.id,
      byId: actor.personId,
      onBehalfOfId: presiding.onBehalfOfId,
    },
  })
  await record(tx, actor, 'plenary.declared', {
    sessionId: list.sessionId,
    subjectId: status.itemId,
    data: {
      standing: status.kind,
      wording: status.wording,
      ...(status.reason && { reason: status.reason }),
    },
  })
}
