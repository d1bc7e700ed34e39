import 'server-only'
import type { Tx } from '@/lib/db/client'
import { areUnchanged } from '@/lib/db/unchanged'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { orNotFound } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { locked } from '@/lib/meetings/sittings/commands'
import type { AddPanellist, SetPanellists } from './schema'

/**
 * Sets the panellists of an agenda item in their order; none if no line was given. Idempotent: panellists who stay the
 * same are not recorded again.
 */
export function setPanellists(actor: SignedIn, input: SetPanellists): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId, agendaItemId, lines } = input
    const { slug } = await locked(tx, actor, input)
    orNotFound(await tx.agendaItem.findFirst({ where: { id: agendaItemId, sessionId } }))
    const where = { sessionId, agendaItemId }
    const earlier = await tx.panellist.findMany({ where, orderBy: { position: 'asc' } })
    if (areUnchanged(earlier, lines)) return slug
    await tx.panellist.deleteMany({ where })
    const from = await lastPosition(tx, sessionId)
    await tx.panellist.createMany({
      data: lines.map((line, index) => ({
        ...line,
        sessionId,
        agendaItemId,
        position: from + index + 1,
      })),
    })
    return recordPanellists(tx, actor, sessionId, slug)
  })
}

/** Adds a panellist after the others. */
export function addPanellist(actor: SignedIn, input: AddPanellist): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId, agendaItemId, honorific, name, affiliation } = input
    const { slug } = await locked(tx, actor, input)
    orNotFound(await tx.agendaItem.findFirst({ where: { id: agendaItemId, sessionId } }))
    const position = (await lastPosition(tx, sessionId)) + 1
    await tx.panellist.create({
      data: { sessionId, agendaItemId, honorific, name, affiliation, position },
    })
    return recordPanellists(tx, actor, sessionId, slug)
  })
}

async function lastPosition(tx: Tx, sessionId: string): Promise<number> {
  const last = await tx.panellist.aggregate({ where: { sessionId }, _max: { position: true } })
  return last._max.position ?? 0
}

async function recordPanellists(
  tx: Tx,
  actor: SignedIn,
  sessionId: string,
  slug: string,
): Promise<string> {
  const panellists = await tx.panellist.count({ where: { sessionId } })
  const data = { panellists }
  await record(tx, actor, 'session.panellistsSet', { sessionId, subjectId: sessionId, data })
  return slug
}
