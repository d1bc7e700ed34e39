import 'server-only'
import { type Tx, transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { authorize, Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record'
import { plainText, readWording, type TextDocument } from '@/lib/text/document'
import { toMarked } from '@/lib/text/marked'
import { type LockedList, lockList, requireItem } from './list-lock'
import { chosenHeading, requireHeading } from './headings'
import { addLinks, endLinks, sourcesOf } from './links'
import { settle } from './outcomes'
import { canConsolidate, canReadDesk } from './policy'
import { requirePresiding } from './presiding'
import type { DeleteItem, MakeItem, MoveItem, RewordItem } from './schema'
import { loadSources } from './sources'
import { isAgreed } from './standing'
import { askAboutStrength } from './strength-question'
import { standingOf, writeStanding } from './standings'
import { tellStates } from './tell-states'
import { writeWording } from './wording'

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
    await askAboutStrength(tx, actor, list, {
      id: input.id,
      texts: sources.map(({ text }) => text),
      confirmed: input.strengthConfirmed ?? false,
    })
    const language = sources[0]?.language ?? 'en'
    const typed = readWording(input, language)
    // A source that is taken word for word keeps its italics, which plain text cannot say.
    const same = sources.find((source) => !input.body && source.text === plainText(typed))
    const body = same?.body ?? typed
    const textHash = await insertItem(tx, actor, list, { ...input, headingId, language, body })
    const sourceIds = sources.map(({ id }) => id)
    await addLinks(tx, actor, list, { id: input.id, itemIds: sourceIds, taken: 'whole', words: '' })
    await record(tx, actor, 'consolidation.itemMade', {
      sessionId: list.sessionId,
      subjectId: input.id,
      data: { sources: sources.length },
      textHash,
    })
    await settle(tx, actor, list, sourceIds, input.reason)
    const reworded = sources.filter(({ text }) => sha256(text) !== textHash).map(({ id }) => id)
    await tellStates(tx, list, reworded, { kind: 'reworded', reason: input.reason })
    return input.id
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
    const body = readWording(input, item.language)
    await rewordWithin(tx, actor, list, item, { baseNumber, body, reason })
  })
}

type Reworded = { baseNumber: number; body: TextDocument; reason: string }

/** The same, within an act that has locked the list and found the item. */
export async function rewordWithin(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  item: { id: string; currentNumber: number },
  { baseNumber, body, reason }: Reworded,
): Promise<void> {
  if (item.currentNumber !== baseNumber) throw new Refused('conflict', 'wordingChanged', {}, 'text')
  const present = await tx.consolidatedText.findUniqueOrThrow({
    where: { itemId_number: { itemId: item.id, number: baseNumber } },
  })
  if (present.textHash === sha256(plainText(body)) && sameForm(present.body, body)) return
  const number = baseNumber + 1
  const { kind } = await standingOf(tx, item.id)
  if (isAgreed(kind)) {
    const presiding = await requirePresiding(tx, actor, list.sessionId)
    const reopened = { itemId: item.id, kind: 'underDiscussion' as const, wording: number, reason }
    await writeStanding(tx, actor, list, presiding, reopened)
  } else authorize(canConsolidate(actor, list.sessionId), 'consolidationNotAllowed')
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
const sameForm = (stored: unknown, body: TextDocument): boolean =>
  toMarked(stored as TextDocument) === toMarked(body)

/** Puts an item under a heading at a position that counts from 1; past the end means last. */
export function moveItem(actor: SignedIn, input: MoveItem): Promise<void> {
  return transaction(async (tx) => {
    const list = await lockList(tx, actor, input.slug, canConsolidate)
    const item = await requireItem(tx, list, input.id)
    await requireHeading(tx, list, input.headingId)
    const others = await tx.consolidatedItem.findMany({
      where: { headingId: input.headingId, deletedAt: null, id: { not: item.id } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    const order = others.map(({ id }) => id)
    order.splice(input.position - 1, 0, item.id)
    await tx.$executeRaw`
      UPDATE "ConsolidatedItem" i SET position = o.place, "headingId" = ${input.headingId}::uuid
      FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o(id, place) WHERE i.id = o.id`
    await record(tx, actor, 'consolidation.itemMoved', {
      sessionId: list.sessionId,
      subjectId: item.id,
      data: { position: order.indexOf(item.id) + 1 },
    })
  })
}

/** Takes an item off the list: its links end, its sources are without that outcome again. */
export function deleteItem(actor: SignedIn, input: DeleteItem): Promise<void> {
  return transaction(async (tx) => {
    const list = await lockList(tx, actor, input.slug, canConsolidate)
    const item = await requireItem(tx, list, input.id)
    const sources = await sourcesOf(tx, item.id)
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
}

type NewItem = Pick<MakeItem, 'id' | 'headingId' | 'kind' | 'reason'> & {
  language: string
  body: TextDocument
}

async function insertItem(tx: Tx, actor: SignedIn, list: LockedList, item: NewItem) {
  const { id, headingId, kind, language } = item
  const last = await tx.consolidatedItem.aggregate({
    where: { headingId, deletedAt: null },
    _max: { position: true },
  })
  const position = (last._max.position ?? 0) + 1
  const createdById = actor.personId
  await tx.consolidatedItem.create({
    data: { id, listId: list.id, headingId, kind, language, position, createdById },
  })
  return writeWording(tx, actor, { itemId: id, number: 1, body: item.body, reason: item.reason })
}
