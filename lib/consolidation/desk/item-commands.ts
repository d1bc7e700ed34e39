import 'server-only'
import { type Tx, transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { authorize, Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { documentFromText, plainText, type TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'
import { readWording } from '@/lib/text/document/wording'
import { type LockedList, lockList, requireItem } from '@/lib/consolidation/ledger/lock'
import { keepAct } from '@/lib/consolidation/ledger/undo-log'
import { chosenHeading, requireHeading } from '@/lib/consolidation/ledger/headings'
import { endLinks, sourcesOf } from '@/lib/consolidation/ledger/links'
import { settle } from '@/lib/consolidation/outcomes/outcomes'
import { makeWithin } from './create-item'
import { placeItem } from '@/lib/consolidation/ledger/positions'
import { canConsolidate, canReadDesk } from '@/lib/consolidation/policy'
import { requirePresiding } from '@/lib/consolidation/status/presiding'
import type { DeleteItem, MakeItem, MoveItem, RewordItem } from '@/lib/consolidation/schema'
import { loadSources } from '@/lib/consolidation/ledger/sources'
import { isAgreed } from '@/lib/consolidation/status/status-rule'
import { standingOf, writeStanding } from '@/lib/consolidation/status/status'
import { tellStates } from '@/lib/consolidation/ledger/notify-states'
import { findWording, writeWording } from '@/lib/consolidation/ledger/wordings'

/**
 * Makes a consolidated item with its own wording, last under its heading, from preliminary items
 * which stay what they are. Their outcomes follow in the same act, and the States whose words are
 * not the item's are told. Sent twice, it is one item. Items of different strength are joined only when that was confirmed.
 */
export function makeItem(actor: SignedIn, input: MakeItem): Promise<string> {
  return transaction(async (tx) => {
    const list = await lockList(tx, actor, input.slug, canConsolidate)
    const before = await tx.consolidatedItem.findUnique({ where: { id: input.id } })
    if (before && before.listId !== list.id) throw new Refused('not-found', 'notFound')
    if (before) return before.id
    const headingId = await chosenHeading(tx, actor, list, input)
    const sources = await loadSources(tx, list, input.itemIds)
    const language = sources[0]?.language ?? 'en'
    const words = plainText(documentFromText(input.text))
    const over = (sources.find(({ text }) => text === words) ?? sources[0])?.body
    const body = readWording(input, language, { over })
    return makeWithin(tx, actor, list, sources, { ...input, headingId, language, body, before: '' })
  })
}

/**
 * Gives an item a new wording; the earlier ones stay. Refused when somebody gave it another one
 * since `baseNumber` was read. A wording equal to the present one changes nothing. An agreed item is
 * reopened by it, which only the presiding officer may do. The States whose items it comes from are told.
 */
export function rewordItem(actor: SignedIn, input: RewordItem): Promise<void> {
  return transaction(async (tx) => {
    const list = await lockList(tx, actor, input.slug, canReadDesk)
    const item = await requireItem(tx, list, input.id)
    const { baseNumber, reason } = input
    const over = (await findWording(tx, item.id, baseNumber)).body
    const body = readWording(input, item.language, { over })
    const sources = await sourcesOf(tx, item.id)
    await keepAct(tx, actor, list, { kind: 'reworded', items: [item.id], sources }, () =>
      rewordWithin(tx, actor, list, item, { baseNumber, body, reason }),
    )
  })
}

type Reworded = {
  baseNumber: number
  body: TextDocument
  reason: string
  /** Who may give an item that is not agreed another wording. */
  may?: (actor: SignedIn, sessionId: string) => boolean
}

/** The same, within an act that has locked the list and found the item. */
export async function rewordWithin(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  item: { id: string; currentNumber: number },
  { baseNumber, body, reason, may = canConsolidate }: Reworded,
): Promise<void> {
  if (item.currentNumber !== baseNumber) throw new Refused('conflict', 'wordingChanged', {}, 'text')
  const present = await findWording(tx, item.id, baseNumber)
  if (present.textHash === sha256(plainText(body)) && sameForm(present.body, body)) return
  const number = baseNumber + 1
  const { kind } = await standingOf(tx, item.id)
  if (isAgreed(kind)) {
    const presiding = await requirePresiding(tx, actor, list.sessionId)
    const reopened = { itemId: item.id, kind: 'underDiscussion' as const, wording: number, reason }
    await writeStanding(tx, actor, list, presiding, reopened)
  } else authorize(may(actor, list.sessionId), 'consolidationNotAllowed')
  const textHash = await writeWording(tx, actor, { itemId: item.id, number, body, reason })
  await tx.consolidatedItem.update({ where: { id: item.id }, data: { currentNumber: number } })
  await record(tx, actor, 'consolidation.itemReworded', {
    sessionId: list.sessionId,
    subjectId: item.id,
    data: { wording: number },
    textHash,
  })
  const sources = await sourcesOf(tx, item.id)
  await settle(tx, actor, list, sources, reason)
  await tellStates(tx, list, sources, { kind: 'reworded', reason })
}

// The database gives the keys of JSON back in its own order: compare marked texts, not JSON.
const sameForm = (stored: TextDocument, body: TextDocument): boolean =>
  toMarked(stored) === toMarked(body)

/** Puts an item under a heading: before another one, at a place, or last. */
export function moveItem(actor: SignedIn, input: MoveItem): Promise<void> {
  return transaction(async (tx) => {
    const list = await lockList(tx, actor, input.slug, canConsolidate)
    const item = await requireItem(tx, list, input.id)
    await requireHeading(tx, list, input.headingId)
    const touched = { kind: 'moved' as const, items: [item.id], sources: [] }
    const position = await keepAct(tx, actor, list, touched, () =>
      placeItem(tx, item.id, input.headingId, input),
    )
    await record(tx, actor, 'consolidation.itemMoved', {
      sessionId: list.sessionId,
      subjectId: item.id,
      data: { position },
    })
  })
}

/**
 * Takes an item off the list: its links end, its sources are without that outcome again. Refused for
 * one that is agreed: the presiding officer reopens it first.
 */
export function deleteItem(actor: SignedIn, input: DeleteItem): Promise<void> {
  return transaction(async (tx) => {
    const list = await lockList(tx, actor, input.slug, canConsolidate)
    const item = await requireItem(tx, list, input.id)
    if (isAgreed((await standingOf(tx, item.id)).kind)) throw new Refused('conflict', 'agreedStays')
    const sources = await sourcesOf(tx, item.id)
    const touched = { kind: 'removed' as const, items: [item.id], sources }
    await keepAct(tx, actor, list, touched, async () => {
      await endLinks(tx, actor, item.id, sources)
      await tx.$executeRaw`
        UPDATE "ConsolidatedItem" SET "deletedAt" = now(), "deletedById" = ${actor.personId}::uuid
        WHERE id = ${item.id}::uuid`
      await record(tx, actor, 'consolidation.itemDeleted', {
        sessionId: list.sessionId,
        subjectId: item.id,
        data: { sources: sources.length },
      })
      await settle(tx, actor, list, sources, input.reason)
    })
  })
}
