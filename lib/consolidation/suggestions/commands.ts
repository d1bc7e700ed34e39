import 'server-only'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { record } from '@/lib/record/record'
import { lockList } from '@/lib/consolidation/ledger/lock'
import { canWorkOnList } from '@/lib/consolidation/policy'
import type { LeaveSet, SayNotSimilar } from '@/lib/consolidation/schema'
import { loadSources } from '@/lib/consolidation/ledger/sources'

/**
 * Remembers that two preliminary items are not similar: at this stock-taking neither is suggested
 * for the other again. Idempotent, in whichever order the two are named.
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

/**
 * Remembers that items which look alike stay apart: none of them is suggested for another one of them again.
 * Repeating it has no further effect.
 */
export function leaveSet(actor: SignedIn, input: LeaveSet): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    const items = (await loadSources(tx, list, input.itemIds)).map(({ id }) => id).toSorted()
    const pairs = items.flatMap((itemId, at) =>
      items.slice(at + 1).map((otherId) => ({ itemId, otherId })),
    )
    const { count } = await tx.notSimilar.createMany({
      data: pairs.map((pair) => ({ ...pair, listId: list.id, saidById: actor.personId })),
      skipDuplicates: true,
    })
    if (count === 0) return
    await record(tx, actor, 'consolidation.setLeft', {
      sessionId: list.sessionId,
      subjectId: items[0]!,
      data: { items: items.length },
    })
  })
}
