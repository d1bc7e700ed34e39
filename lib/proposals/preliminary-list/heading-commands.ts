import 'server-only'
import type { Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { endPosition, placeRow } from '@/lib/db/ordered-list'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { isSameTitle } from '@/lib/text/line'
import { type LockedList, lockList, requireHeading } from './lock'
import type { AddListHeading, MoveListHeading, OneListHeading, RenameListHeading } from './schema'

/** Adds a heading at the end of the list. Refuses the title of a heading that is there. */
export function addHeading(actor: SignedIn, { slug, title }: AddListHeading): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, slug)
    await requireNewTitle(tx, list, title)
    await headingNamed(tx, actor, list, title)
  })
}

/** The list's heading of this title: the one that is there, else a new one at the end. */
export async function headingNamed(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  title: string,
): Promise<string> {
  const heading = await findTitled(tx, list, title)
  if (heading) return heading.id
  const position = await endPosition(tx, 'listHeading', list.id)
  const { id } = await tx.listHeading.create({ data: { listId: list.id, title, position } })
  await write(tx, actor, list, 'list.headingAdded', id, { title })
  return id
}

/** The list's heading of this title, written in capitals or not: two that differ only in these could not be told apart. */
async function findTitled(tx: Tx, list: LockedList, title: string) {
  const headings = await tx.listHeading.findMany({ where: { listId: list.id } })
  return headings.find((heading) => isSameTitle(heading.title, title))
}

async function requireNewTitle(tx: Tx, list: LockedList, title: string, exceptId?: string) {
  const heading = await findTitled(tx, list, title)
  if (heading && heading.id !== exceptId)
    throw new Refused('conflict', 'headingTaken', { title: heading.title }, 'title')
}

/** Gives a heading another title. Refuses the title of another heading. */
export function renameHeading(actor: SignedIn, input: RenameListHeading): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug)
    const heading = await requireHeading(tx, list, input.headingId)
    if (heading.title === input.title) return
    await requireNewTitle(tx, list, input.title, heading.id)
    await tx.listHeading.update({ where: { id: heading.id }, data: { title: input.title } })
    await write(tx, actor, list, 'list.headingChanged', heading.id, {
      before: heading.title,
      title: input.title,
    })
  })
}

/** Moves a heading with all that stands under it; the position counts from 1. A move to the same place is no act. */
export function moveHeading(actor: SignedIn, input: MoveListHeading): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug)
    const { id, title, position: was } = await requireHeading(tx, list, input.headingId)
    const spot = { position: input.position }
    const position = await placeRow(tx, 'listHeading', list.id, id, spot)
    if (position === was) return
    await write(tx, actor, list, 'list.headingMoved', id, { title, position })
  })
}

/** Takes an empty heading away; one with items is refused. */
export function removeHeading(actor: SignedIn, input: OneListHeading): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug)
    const { id, title } = await requireHeading(tx, list, input.headingId)
    const items = await tx.item.count({ where: { headingId: id } })
    if (items > 0) throw new Refused('conflict', 'headingNotEmpty', { title, items })
    await tx.listHeading.delete({ where: { id } })
    await write(tx, actor, list, 'list.headingRemoved', id, { title })
  })
}

const write = (
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  event: Parameters<typeof record>[2],
  subjectId: string,
  data: Record<string, string | number>,
) => record(tx, actor, event, { sessionId: list.sessionId, subjectId, data })
