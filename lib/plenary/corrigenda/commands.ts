import 'server-only'
import { databaseTime, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { orNotFound, Refused } from '@/lib/errors'
import { announce, listTopic, screenTopic } from '@/lib/live/announce'
import { record, sha256 } from '@/lib/record/record'
import { plainText } from '@/lib/text/document/document'
import { readWording } from '@/lib/text/document/wording'
import { lockUnchanged } from '@/lib/consolidation/ledger/lock'
import {
  canCorrectItem,
  canReadCorrigenda,
  canReleaseCorrigendum,
} from '@/lib/consolidation/policy'
import { readPresiding } from '@/lib/consolidation/status/presiding'
import type { EndCorrigendum, ProposeCorrigendum } from '@/lib/plenary/schema'
import { readDocument } from '@/lib/text/document/stored'
import { tellCorrigendum } from '@/lib/plenary/letters'

/**
 * The Secretariat proposes a corrigendum to an item of an adopted list: the only change after adoption. Nothing is
 * corrected before another person releases it. Refused before adoption, if it does not change the text, while another
 * one to the same item is pending, and if another one was released since the text was read. Idempotent.
 */
export function proposeCorrigendum(actor: SignedIn, input: ProposeCorrigendum): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockUnchanged(tx, actor, input.slug, canCorrectItem)
    const item = orNotFound(
      await tx.consolidatedItem.findFirst({
        where: { id: input.id, listId: list.id, deletedAt: null },
        include: {
          texts: true,
          corrigenda: { orderBy: { number: 'asc' } },
          proposedCorrigenda: { where: { releasedAt: null, discardedAt: null } },
        },
      }),
    )
    const present = orNotFound(
      item.corrigenda.at(-1) ?? item.texts.find(({ number }) => number === item.currentNumber),
    )
    const over = readDocument(present.body)
    const body = readWording({ body: '', text: input.text }, item.language, { over })
    const text = plainText(body)
    const textHash = sha256(text)
    if (present.textHash === textHash) throw new Refused('invalid', 'corrigendumEqual', {}, 'text')
    const [earlier] = item.proposedCorrigenda
    const { reason } = input
    if (earlier?.textHash === textHash && earlier.reason === reason) return
    if (earlier) throw new Refused('conflict', 'corrigendumWaits')
    if (sha256(present.text) !== input.over) throw new Refused('conflict', 'corrigendumOver')
    const proposal = await tx.proposedCorrigendum.create({
      data: { itemId: item.id, body, text, textHash, reason, proposedById: actor.personId },
    })
    await record(tx, actor, 'consolidation.corrigendumProposed', {
      sessionId: list.sessionId,
      subjectId: item.id,
      data: { proposal: proposal.id },
    })
    await announce(tx, listTopic(list.sessionId))
  })
}

/**
 * Somebody else of the Secretariat, or the presiding officer, releases a proposed corrigendum. It gets the
 * next number of the document, stands beside the adopted text with its reason, and never changes.
 */
export function releaseCorrigendum(actor: SignedIn, input: EndCorrigendum): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockUnchanged(tx, actor, input.slug, canReadCorrigenda)
    const presiding = await readPresiding(tx, actor, list.sessionId)
    const proposal = await waitingProposal(tx, list.id, input.id)
    requireAllowed(canReleaseCorrigendum(actor, list, proposal, presiding))
    const last = await tx.corrigendum.aggregate({
      where: { listId: list.id },
      _max: { number: true },
    })
    const number = (last._max.number ?? 0) + 1
    const { itemId, text, textHash, reason, proposedById } = proposal
    const body = readDocument(proposal.body)
    await tx.corrigendum.create({
      data: {
        listId: list.id,
        itemId,
        number,
        body,
        text,
        textHash,
        reason,
        proposedById,
        issuedById: actor.personId,
      },
    })
    await tx.proposedCorrigendum.update({
      where: { id: proposal.id },
      data: { releasedAt: await databaseTime(tx) },
    })
    await record(tx, actor, 'consolidation.corrected', {
      sessionId: list.sessionId,
      subjectId: itemId,
      data: { number },
      textHash,
    })
    await tellCorrigendum(tx, list, { number, itemId, reason })
    await announce(tx, listTopic(list.sessionId))
    await announce(tx, screenTopic(list.sessionId))
  })
}

/** The Secretariat or the presiding officer discards a proposed corrigendum: its text was never public. */
export function discardCorrigendum(actor: SignedIn, input: EndCorrigendum): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockUnchanged(tx, actor, input.slug, canReadCorrigenda)
    const proposal = await waitingProposal(tx, list.id, input.id)
    await tx.proposedCorrigendum.update({
      where: { id: proposal.id },
      data: { discardedAt: await databaseTime(tx), discardedById: actor.personId },
    })
    await record(tx, actor, 'consolidation.corrigendumDiscarded', {
      sessionId: list.sessionId,
      subjectId: proposal.itemId,
      data: { proposal: proposal.id },
    })
    await announce(tx, listTopic(list.sessionId))
  })
}

/** A proposed corrigendum to an item of the list; one that was released or discarded meanwhile is a conflict. */
async function waitingProposal(tx: Tx, listId: string, id: string) {
  const proposal = orNotFound(
    await tx.proposedCorrigendum.findFirst({ where: { id, item: { listId } } }),
  )
  if (proposal.releasedAt || proposal.discardedAt)
    throw new Refused('conflict', 'corrigendumDecided')
  return proposal
}
