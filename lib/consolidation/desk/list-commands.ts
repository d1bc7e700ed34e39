import 'server-only'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { headingNamed } from '@/lib/consolidation/ledger/headings'
import { lockList } from '@/lib/consolidation/ledger/lock'
import { canWorkOnList } from '@/lib/consolidation/policy'
import type { AddConsolidatedHeading } from '@/lib/consolidation/schema'

/** Adds a heading at the end of the list, or finds the existing one with that title. Returns its id. */
export function addConsolidatedHeading(
  actor: SignedIn,
  { slug, title }: AddConsolidatedHeading,
): Promise<string> {
  return transaction(actor, async (tx) =>
    headingNamed(tx, actor, await lockList(tx, actor, slug, canWorkOnList), title),
  )
}
