import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { record } from '@/lib/record/record'
import type { StandingKind } from '@/lib/consolidation/kinds'
import type { LockedList } from '@/lib/consolidation/ledger/lock'
import type { Presiding } from './presiding'

/** Where the item stands now; an item of which nothing was said is pending. */
export async function standingOf(
  tx: Tx,
  itemId: string,
): Promise<{ kind: StandingKind; wording: number }> {
  const now = await tx.itemStanding.findFirst({
    where: { itemId, supersededAt: null },
    select: { kind: true, wording: true },
  })
  return now ?? { kind: 'pending', wording: 0 }
}

export type NewStanding = {
  itemId: string
  kind: StandingKind
  wording: number
  reason: string
}

/** Ends where the item stood and writes where it stands, with the presiding officer's name or names. */
export async function writeStanding(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  presiding: Presiding,
  standing: NewStanding,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ItemStanding" SET "supersededAt" = clock_timestamp()
    WHERE "itemId" = ${standing.itemId}::uuid AND "supersededAt" IS NULL`
  await tx.itemStanding.create({
    data: {
      ...standing,
      listId: list.id,
      byId: actor.personId,
      onBehalfOfId: presiding.onBehalfOfId,
    },
  })
  await record(tx, actor, 'plenary.declared', {
    sessionId: list.sessionId,
    subjectId: standing.itemId,
    data: {
      standing: standing.kind,
      wording: standing.wording,
      onBehalfOf: presiding.onBehalfOf,
      ...(standing.reason && { reason: standing.reason }),
    },
  })
}
