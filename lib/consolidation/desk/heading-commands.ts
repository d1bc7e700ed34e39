import 'server-only'
import { isSameTitle } from '@/lib/text/line'
import { transaction } from '@/lib/delegations/transaction'
import { placeRow } from '@/lib/db/ordered-list'
import type { SignedIn } from '@/lib/delegations/actor'
import { orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { lockList } from '@/lib/consolidation/ledger/lock'
import { canWorkOnList } from '@/lib/consolidation/policy'
import type { ChangeHeading, RemoveHeading } from '@/lib/consolidation/schema'

/** Gives a heading another title and its place among the headings, which counts from 1; past the end is last. */
export function changeHeading(actor: SignedIn, input: ChangeHeading): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    const headings = await tx.consolidatedHeading.findMany({
      where: { listId: list.id },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })
    const heading = orNotFound(headings.find(({ id }) => id === input.headingId))
    const other = headings.find(
      ({ id, title: taken }) => id !== heading.id && isSameTitle(taken, input.title),
    )
    if (other) throw new Refused('conflict', 'headingTaken', { title: other.title }, 'title')
    const { title } = input
    const spot = { position: input.position }
    const position = await placeRow(tx, 'consolidatedHeading', list.id, heading.id, spot)
    const isMoved = headings.indexOf(heading) + 1 !== position
    if (heading.title === title && !isMoved) return
    await tx.consolidatedHeading.update({ where: { id: heading.id }, data: { title } })
    await record(tx, actor, 'consolidation.headingChanged', {
      sessionId: list.sessionId,
      subjectId: heading.id,
      data: { before: heading.title, title, position },
    })
  })
}

/**
 * Removes a heading under which no item ever stood from the list, and returns its title; idempotent. A heading that had
 * items stays, since undoing may bring them back: it does not print while it is empty.
 */
export function removeHeading(
  actor: SignedIn,
  input: RemoveHeading,
): Promise<{ title: string } | null> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    const heading = await tx.consolidatedHeading.findFirst({
      where: { id: input.headingId, listId: list.id },
      include: { _count: { select: { items: true } } },
    })
    if (!heading) return null
    if (heading._count.items > 0)
      throw new Refused('conflict', 'headingUsed', { title: heading.title })
    await tx.consolidatedHeading.delete({ where: { id: heading.id } })
    await record(tx, actor, 'consolidation.headingRemoved', {
      sessionId: list.sessionId,
      subjectId: heading.id,
      data: { title: heading.title },
    })
    return { title: heading.title }
  })
}
