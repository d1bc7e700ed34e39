import 'server-only'
import { lockProposedWording, noteTaken } from '@/lib/circulation/responses/taken'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { readDocument } from '@/lib/text/document/stored'
import { sourcesOf } from '@/lib/consolidation/ledger/links'
import { lockList, requireItem } from '@/lib/consolidation/ledger/lock'
import { recordUndoableAct } from '@/lib/consolidation/ledger/undo-log'
import { rewordItemIn } from '@/lib/consolidation/ledger/wordings/reword'
import { canWorkOnList } from '@/lib/consolidation/policy'
import type { TakeWording } from '@/lib/consolidation/schema'

/**
 * Gives an item the wording that a comment proposes for one of its sources. The new wording names the comment, so that
 * its words are known as that State's, and the response to the comment says into which item they went. Refuses a
 * comment on an item from which this one takes nothing; else like `rewordItem`. Asks before the wording, which was made for
 * one source, replaces the words of several.
 */
export function takeWording(actor: SignedIn, input: TakeWording): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canWorkOnList)
    const item = await requireItem(tx, list, input.id)
    const { commentId, baseNumber } = input
    const comment = await lockProposedWording(tx, actor, commentId)
    const sources = await sourcesOf(tx, item.id)
    if (comment.sessionId !== list.sessionId || !sources.includes(comment.itemId))
      throw new Refused('conflict', 'commentOfOtherItem')
    if (sources.length > 1 && !input.wholeConfirmed)
      throw new Refused(
        'conflict',
        'wordingReplacesAll',
        { sources: sources.length },
        'wholeConfirmed',
      )
    const body = readDocument(comment.wording)
    const reason = input.reason
    const touched = { kind: 'reworded' as const, items: [item.id], sources }
    await recordUndoableAct(tx, actor, list, touched, () =>
      rewordItemIn(tx, actor, list, item, { baseNumber, body, reason, commentId }),
    )
    await noteTaken(tx, actor, commentId, item.id)
    const wording = await tx.consolidatedText.findFirst({
      where: { itemId: item.id, number: baseNumber + 1, commentId },
      select: { number: true },
    })
    // The item read so before.
    if (!wording) return
    await record(tx, actor, 'consolidation.wordingTaken', {
      sessionId: list.sessionId,
      subjectId: item.id,
      data: { name: comment.delegationName, wording: wording.number },
    })
  })
}
