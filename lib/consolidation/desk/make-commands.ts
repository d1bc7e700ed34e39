import 'server-only'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { headingNamed, requireHeading } from '@/lib/consolidation/ledger/headings'
import { lockList } from '@/lib/consolidation/ledger/lock'
import { createItemIn } from './create-item'
import { canWorkOnList } from '@/lib/consolidation/policy'
import type { MakeOfSources } from '@/lib/consolidation/schema'
import { loadSources } from '@/lib/consolidation/ledger/sources'

/**
 * Makes an item of preliminary ones in one step: it reads as the first of them and stands under the heading that is
 * named, or the one that the first has on its own list. Idempotent.
 */
export function makeOfSources(actor: SignedIn, input: MakeOfSources): Promise<string> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    const before = await tx.consolidatedItem.findUnique({ where: { id: input.id } })
    if (before && before.listId !== list.id) throw new Refused('not-found', 'notFound')
    if (before) return before.id
    const sources = await loadSources(tx, list, input.itemIds)
    const [first] = sources
    if (!first) throw new Refused('invalid', 'nothingTicked')
    const headingId = input.headingId
      ? await requireHeading(tx, list, input.headingId)
      : await headingNamed(tx, actor, list, first.heading)
    const { kind, language, body } = first
    const whole = { taken: 'whole' as const, words: '', reason: '' }
    return createItemIn(tx, actor, list, sources, {
      ...input,
      ...whole,
      headingId,
      kind,
      language,
      body,
    })
  })
}
