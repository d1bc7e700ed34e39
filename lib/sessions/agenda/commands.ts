import 'server-only'
import type { Tx } from '@/lib/db/client'
import { isUnchanged } from '@/lib/db/unchanged'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import type { AgendaFormLine, SetAgenda } from './agenda'
import { lockSession } from '@/lib/sessions/commands'

/**
 * Replaces the agenda of a session by these lines. A line with an id changes that item, and its proposals move with it.
 * An item without a line is removed; refuses if anything refers to it. Adopted items stay adopted: new items are
 * provisional until a decision adopts the agenda again.
 */
export function setAgenda(actor: SignedIn, input: SetAgenda): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId, version, lines } = input
    const { slug } = await lockSession(tx, actor, sessionId, version)
    if (await isSameAgenda(tx, sessionId, lines)) return slug
    const adopted = await adoptedItems(tx, sessionId)
    await takeOff(tx, sessionId, lines)
    // Numbers are unique and may be swapped, so all are moved out of the way first.
    await tx.agendaItem.updateMany({ where: { sessionId }, data: { number: { increment: 1000 } } })
    for (const { id, number, letter, title, kind } of lines) {
      const data = { number, letter, title, kind }
      if (id) requireAsAdopted(adopted.get(id), data)
      if (id) await tx.agendaItem.update({ where: { id, sessionId }, data })
      else await tx.agendaItem.create({ data: { sessionId, ...data } })
    }
    const data = { items: lines.length }
    await record(tx, actor, 'agenda.changed', { sessionId, subjectId: sessionId, data })
    return slug
  })
}

async function isSameAgenda(
  tx: Tx,
  sessionId: string,
  lines: readonly AgendaFormLine[],
): Promise<boolean> {
  const items = await tx.agendaItem.findMany({ where: { sessionId } })
  const itemById = new Map(items.map((item) => [item.id, item]))
  return (
    items.length === lines.length &&
    lines.every(({ id, ...line }) => isUnchanged(itemById.get(id ?? '') ?? null, line))
  )
}

type Printed = { number: number; letter: string; title: string }

/** The items that the group adopted, by id. */
async function adoptedItems(tx: Tx, sessionId: string): Promise<Map<string, Printed>> {
  const items = await tx.agendaItem.findMany({
    where: { sessionId, steps: { some: { kind: 'adopted' } } },
    select: { id: true, number: true, letter: true, title: true },
  })
  return new Map(items.map(({ id, ...item }) => [id, item]))
}

function requireAsAdopted(adopted: Printed | undefined, line: Printed): void {
  if (!adopted) return
  const { number, letter, title } = adopted
  if (number !== line.number || letter !== line.letter || title !== line.title)
    throw new Refused('conflict', 'agendaItemAdopted', {
      item: `${number}${letter && ` (${letter})`}`,
    })
}

/** Removes the items without a line. Refuses a line with the id of another session's item. */
async function takeOff(tx: Tx, sessionId: string, lines: readonly AgendaFormLine[]): Promise<void> {
  const items = await tx.agendaItem.findMany({
    where: { sessionId },
    include: {
      _count: {
        select: {
          proposals: true,
          drafts: true,
          panellists: true,
          steps: true,
          meetings: true,
          statements: true,
          speakersLists: true,
        },
      },
    },
  })
  const lineIds = new Set(lines.flatMap(({ id }) => id ?? []))
  for (const id of lineIds) orNotFound(items.find((item) => item.id === id))
  const removals = items.filter(({ id }) => !lineIds.has(id))
  const used = removals.find(({ _count }) => Object.values(_count).some((count) => count > 0))
  if (used) {
    const item = `${used.number}${used.letter && ` (${used.letter})`}`
    throw new Refused('conflict', 'agendaItemUsed', { item })
  }
  const ids = removals.map(({ id }) => id)
  await tx.follow.deleteMany({ where: { agendaItemId: { in: ids } } })
  await tx.agendaItem.deleteMany({ where: { id: { in: ids } } })
}
