import 'server-only'
import { type Tx, transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { authorize, found, Refused } from '@/lib/errors'
import { announce } from '@/lib/live/announce'
import { record, sha256 } from '@/lib/record/record'
import { plainText, type TextDocument } from '@/lib/text/document/document'
import { readWording } from '@/lib/text/document/wording'
import { listTopic, screenTopic } from '@/lib/consolidation/ledger/lock'
import type { IssueCorrigendum } from './schema'
import { canCorrect, canReadConsolidated } from '@/lib/consolidation/policy'

/**
 * The Secretariat corrects an item of an adopted list: the only change after adoption. The adopted
 * text stays; the corrigendum stands beside it with its reason and never changes. Refused before
 * adoption, and where it says what stands there already; sent twice, it is one corrigendum.
 */
export function issueCorrigendum(actor: SignedIn, input: IssueCorrigendum): Promise<void> {
  return transaction(async (tx) => {
    const list = await lockAdopted(tx, actor, input.slug)
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

/** Takes the list for one corrigendum; others wait, so that corrigenda are counted in order. */
async function lockAdopted(tx: Tx, actor: SignedIn, slug: string) {
  const rows = await tx.$queryRaw<{ id: string; sessionId: string; adopted: boolean }[]>`
    SELECT l.id, l."sessionId", l."adoptedAt" IS NOT NULL AS adopted
    FROM "ConsolidatedList" l JOIN "Session" s ON s.id = l."sessionId"
    WHERE s.slug = ${slug} FOR UPDATE OF l`
  const list = found(rows[0])
  if (!canReadConsolidated(actor, list.sessionId)) throw new Refused('not-found', 'notFound')
  authorize(canCorrect(actor, list.sessionId), 'secretariatOnly')
  if (!list.adopted) throw new Refused('conflict', 'notAdopted')
  return list
}
