import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { requireAllowed } from '@/lib/decision'
import { orNotFound, Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { isBlank } from '@/lib/text/characters'
import { plainText, type TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'
import { readDocument } from '@/lib/text/document/stored'
import { readWording } from '@/lib/text/document/wording'
import { lockList, requireItem } from '@/lib/consolidation/ledger/lock'
import { endSupport } from './support-commands'
import type { DeclareStatus, PutOnScreen, RaiseObjection, WithdrawObjection } from './schema'
import {
  canDeclare,
  canDeclareStatus,
  canObjectToItem,
  canSpeakOnItem,
  canUseScreen,
} from '@/lib/consolidation/policy'
import { readPresiding } from '@/lib/consolidation/status/presiding'
import { changeStatus } from '@/lib/consolidation/status/status'
import { findWording } from '@/lib/consolidation/ledger/wordings/wordings'

/**
 * The presiding officer declares the status of an item. Agreement is the absence of objection: it is refused while one
 * stands, for any number of supporters, and while other words than the wording are typed on the screens. Refused if the
 * wording is no longer the one that was read. Idempotent for concurrent declarations.
 */
export function declareStatus(actor: SignedIn, input: DeclareStatus): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug)
    const presiding = await readPresiding(tx, actor, list.sessionId)
    requireAllowed(canDeclare(list, presiding))
    const item = await requireItem(tx, list, input.id)
    const { kind, wording, reason } = input
    if (item.currentNumber !== wording) throw new Refused('conflict', 'wordingMoved')
    if (item.status === kind && item.declaredWording === wording) return
    const typedOver = await isTypedOver(tx, item)
    requireAllowed(canDeclareStatus(list, { ...item, typedOver }, kind, presiding))
    await changeStatus(tx, actor, list, presiding, { itemId: item.id, kind, wording, reason })
  })
}

/** Whether the screens mark other words than the item's wording, or another form of them. */
async function isTypedOver(
  tx: Tx,
  { id, currentNumber }: { id: string; currentNumber: number },
): Promise<boolean> {
  const typed = await tx.screenText.findUnique({ where: { itemId: id }, select: { body: true } })
  if (!typed) return false
  const { body } = await findWording(tx, id, currentNumber)
  return toMarked(readDocument(typed.body)) !== toMarked(body)
}

/**
 * A Member State objects to agreement on a wording, with its reason, and the words to which it could agree if they
 * differ from the present ones. An agreed item is not objected to: the presiding officer reopens it first. Idempotent.
 */
export function raiseObjection(actor: SignedIn, input: RaiseObjection): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canSpeakOnItem)
    const item = await requireItem(tx, list, input.id)
    if (item.currentNumber !== input.wording) throw new Refused('conflict', 'wordingMoved')
    requireAllowed(canObjectToItem(actor, list, item))
    const { delegationId } = orNotFound(membershipIn(actor, list.sessionId))
    const newWords = await otherWords(tx, item, input)
    const text = newWords && plainText(newWords)
    const { wording, reason } = input
    const raisedById = actor.personId
    const { count } = await tx.objection.createMany({
      data: [
        {
          itemId: item.id,
          wording,
          delegationId,
          reason,
          body: newWords ?? undefined,
          text,
          raisedById,
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0) return
    // A delegation that objects to an item supports it no longer.
    await endSupport(tx, actor, item.id, delegationId)
    await record(tx, actor, 'plenary.objected', {
      sessionId: list.sessionId,
      subjectId: item.id,
      data: { wording: input.wording },
      ...(text && { textHash: sha256(text) }),
    })
  })
}

/** The words that an objection gives, if they differ from the present wording. */
async function otherWords(
  tx: Tx,
  item: { id: string; language: string },
  { wording: number, text }: RaiseObjection,
): Promise<TextDocument | null> {
  if (isBlank(text)) return null
  const current = await findWording(tx, item.id, number)
  const wording = readWording({ body: '', text }, item.language, { over: current.body })
  return plainText(wording) === current.text ? null : wording
}

/** The delegation withdraws its objections to an item; they stay in the record. */
export function withdrawObjection(actor: SignedIn, input: WithdrawObjection): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canSpeakOnItem)
    const item = await requireItem(tx, list, input.id)
    const { delegationId } = orNotFound(membershipIn(actor, list.sessionId))
    const { count } = await tx.objection.updateMany({
      where: { itemId: item.id, delegationId, withdrawnAt: null },
      data: { withdrawnAt: await clockTime(tx), withdrawnById: actor.personId },
    })
    if (count > 0)
      await record(tx, actor, 'plenary.objectionWithdrawn', {
        sessionId: list.sessionId,
        subjectId: item.id,
      })
  })
}

/** Puts an item before the room: on the projector and on every delegate's own device, once no decision stands before it. Idempotent. */
export function putOnScreen(actor: SignedIn, input: PutOnScreen): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canUseScreen)
    const item = await requireItem(tx, list, input.id)
    const { count } = await tx.consolidatedList.updateMany({
      where: { id: list.id, OR: [{ onScreenItemId: null }, { onScreenItemId: { not: item.id } }] },
      data: { onScreenItemId: item.id },
    })
    if (count === 0) return
    await record(tx, actor, 'plenary.putOnScreen', {
      sessionId: list.sessionId,
      subjectId: item.id,
    })
  })
}
