import 'server-only'
import { transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { found, Refused } from '@/lib/errors'
import { announce } from '@/lib/live/announce'
import { record, sha256 } from '@/lib/record/record'
import { plainText, type TextDocument } from '@/lib/text/document/document'
import { readWording } from '@/lib/text/document/wording'
import { listTopic, lockUnchanged, screenTopic } from '@/lib/consolidation/ledger/lock'
import type { IssueCorrigendum } from './schema'
import { canCorrectItem } from '@/lib/consolidation/policy'

/**
 * The Secretariat corrects an item of an adopted list: the only change after adoption. The adopted
 * text stays; the corrigendum stands beside it with its reason and never changes. Refused before
 * adoption, and where it says what stands there already; sent twice, it is one corrigendum.
 */
export function issueCorrigendum(actor: SignedIn, input: IssueCorrigendum): Promise<void> {
  return transaction(async (tx) => {
    const list = await lockUnchanged(tx, actor, input.slug, canCorrectItem)
    const item = found(
      await tx.consolidatedItem.findFirst({
        where: { id: input.id, listId: list.id, deletedAt: null },
        include: { texts: true, corrigenda: { orderBy: { number: 'asc' } } },
      }),
    )
    const last = item.corrigenda.at(-1)
    const adopted = item.texts.find(({ number }) => number === item.currentNumber)
    const over = (last ?? adopted)?.body as TextDocument | undefined
    const body = readWording({ body: '', text: input.text }, item.language, { over })
    const text = plainText(body)
    const textHash = sha256(text)
    if (last?.textHash === textHash && last.reason === input.reason) return
    if ((last ?? adopted)?.textHash === textHash)
      throw new Refused('invalid', 'corrigendumEqual', {}, 'text')
    const number = (last?.number ?? 0) + 1
    const { reason } = input
    await tx.corrigendum.create({
      data: { itemId: item.id, number, body, text, textHash, reason, issuedById: actor.personId },
    })
    await record(tx, actor, 'consolidation.corrected', {
      sessionId: list.sessionId,
      subjectId: item.id,
      data: { number },
      textHash,
    })
    await announce(tx, listTopic(list.sessionId))
    await announce(tx, screenTopic(list.sessionId))
  })
}
