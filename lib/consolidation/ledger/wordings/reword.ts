import 'server-only'
import type { Tx } from '@/lib/db/client'
import { type Decision, requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { plainText, type TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'
import { recalculateOutcomes } from '@/lib/consolidation/outcomes/outcomes'
import { canRewordItem, type ItemStatus, type ListState } from '@/lib/consolidation/policy'
import { sourcesOf } from '@/lib/consolidation/ledger/links'
import type { FoundItem, LockedList } from '@/lib/consolidation/ledger/lock'
import { tellStates } from '@/lib/consolidation/ledger/notify-states'
import { findWording, writeWording } from './wordings'

type NewWording = {
  /** The wording that was read. */
  baseNumber: number
  body: TextDocument
  reason: string
  /** The comment of a circulation that proposed the wording. */
  commentId?: string | null
  /** The policy of the act by which the item gets its words. */
  may?: (actor: SignedIn, list: ListState, item: ItemStatus) => Decision
}

/**
 * Gives an item its next wording; the one writer of `currentNumber`. Refuses if the item got another one since
 * `baseNumber`, and as the policy says: an agreed item keeps its words until it is reopened. Words and form equal to
 * the present ones change nothing. The States of its sources are told.
 */
export async function rewordItemIn(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  item: FoundItem,
  { baseNumber, body, reason, commentId, may = canRewordItem }: NewWording,
): Promise<void> {
  if (item.currentNumber !== baseNumber) throw new Refused('conflict', 'wordingChanged', {}, 'text')
  const present = await findWording(tx, item.id, baseNumber)
  if (present.textHash === sha256(plainText(body)) && isSameForm(present.body, body)) return
  requireAllowed(may(actor, list, item))
  const number = baseNumber + 1
  const textHash = await writeWording(tx, actor, {
    itemId: item.id,
    number,
    body,
    reason,
    commentId: commentId ?? null,
  })
  await tx.consolidatedItem.update({ where: { id: item.id }, data: { currentNumber: number } })
  await record(tx, actor, 'consolidation.itemReworded', {
    sessionId: list.sessionId,
    subjectId: item.id,
    data: { wording: number },
    textHash,
  })
  const sources = await sourcesOf(tx, item.id)
  await recalculateOutcomes(tx, actor, list, sources, reason)
  await tellStates(tx, list, sources, { kind: 'reworded', reason })
}

// PostgreSQL returns the keys of JSON in its own order: compare marked texts, not JSON.
const isSameForm = (stored: TextDocument, body: TextDocument): boolean =>
  toMarked(stored) === toMarked(body)
