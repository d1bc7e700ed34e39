import 'server-only'
import { isUniqueViolation, type Tx, transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/record'
import type { AddAgendaItem, AgendaLine, SetAgenda } from './agenda'
import { lockSession } from './commands'

/**
 * Makes the agenda of a session read as these lines. An item keeps its identity by number and
 * letter; one under which proposals or drafts stand is not taken off.
 */
export function setAgenda(actor: SignedIn, input: SetAgenda): Promise<string> {
  return transaction(async (tx) => {
    const { sessionId, version, lines } = input
    const { slug } = await lockSession(tx, actor, sessionId, version)
    await takeOff(tx, sessionId, lines)
    for (const { number, letter, title, kind } of lines) {
      await tx.agendaItem.upsert({
        where: { sessionId_number_letter: { sessionId, number, letter } },
        create: { sessionId, number, letter, title, kind },
        update: { title, kind },
      })
    }
    const data = { items: lines.length }
    await record(tx, actor, 'agenda.changed', { sessionId, subjectId: sessionId, data })
    return slug
  })
}

/** Adds one item to the agenda. Refuses a number and letter that stand there already. */
export async function addAgendaItem(actor: SignedIn, input: AddAgendaItem): Promise<string> {
  try {
    return await transaction(async (tx) => {
      const { version, ...item } = input
      const { slug } = await lockSession(tx, actor, item.sessionId, version)
      await tx.agendaItem.create({ data: item })
      const items = await tx.agendaItem.count({ where: { sessionId: item.sessionId } })
      const { sessionId } = item
      await record(tx, actor, 'agenda.changed', {
        sessionId,
        subjectId: sessionId,
        data: { items },
      })
      return slug
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused('invalid', 'agendaTwice', {}, 'number')
    throw error
  }
}

async function takeOff(tx: Tx, sessionId: string, lines: readonly AgendaLine[]): Promise<void> {
  const items = await tx.agendaItem.findMany({
    where: { sessionId },
    include: { _count: { select: { proposals: true, drafts: true, panellists: true } } },
  })
  const gone = items.filter(
    (item) => !lines.some(({ number, letter }) => item.number === number && item.letter === letter),
  )
  const used = gone.find(({ _count }) => _count.proposals + _count.drafts + _count.panellists > 0)
  if (used) {
    const item = `${used.number}${used.letter && ` (${used.letter})`}`
    throw new Refused('conflict', 'agendaItemUsed', { item })
  }
  await tx.agendaItem.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
}
