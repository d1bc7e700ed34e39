import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import type { DeskActKind } from '@/lib/consolidation/kinds'
import { type LedgerState, readState, type Touched } from './ledger-state'
import type { LockedList } from './lock'

/**
 * Keeps the state before and after an act at the desk, so that it can be undone: runs `act` within the transaction that
 * locked the list. An act that changed nothing is not kept.
 */
export async function recordUndoableAct<T>(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  { kind, undoesId = null, ...touched }: Touched & { kind: DeskActKind; undoesId?: string | null },
  act: (before: LedgerState) => Promise<T>,
): Promise<T> {
  const before = await readState(tx, list, touched)
  const result = await act(before)
  const after = await readState(tx, list, touched)
  if (JSON.stringify(before) === JSON.stringify(after)) return result
  await tx.deskAct.create({
    data: {
      listId: list.id,
      version: list.version,
      kind,
      before,
      after,
      byId: actor.personId,
      undoesId,
    },
  })
  return result
}
