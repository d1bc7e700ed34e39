import 'server-only'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { record } from '@/lib/record/record'
import { lockList } from '@/lib/consolidation/ledger/lock'
import { canWorkOnList } from '@/lib/consolidation/policy'
import type { SayNotSimilar } from '@/lib/consolidation/schema'
import { loadSources } from '@/lib/consolidation/ledger/sources'

/**
 * Remembers that two preliminary items are not similar: at this stock-taking neither is suggested
 * for the other again. Said twice, in whichever order, it is said once.
 */
export function sayNotSimilar(actor: SignedIn, input: SayNotSimilar): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    await loadSources(tx, list, [input.itemId, input.otherId])
    const [itemId = '', otherId = ''] = [input.itemId, input.otherId].sort()
    const { count } = await tx.notSimilar.createMany({
      data: { listId: list.id, itemId, otherId, saidById: actor.personId },
      skipDuplicates: true,
    })
    if (count === 0) return
    await record(tx, actor, 'consolidation.saidNotSimilar', {
      sessionId: list.sessionId,
      subjectId: itemId,
      data: { item: itemId, other: otherId },
    })
  })
}
