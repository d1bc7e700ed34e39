import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { holds, membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { type OfficeKind, officeKinds } from '@/lib/delegations/kinds'
import { inForce } from '@/lib/delegations/powers/powers'
import type { Tx } from '@/lib/db/client'
import { announce, deskTopic } from '@/lib/live/announce'
import { isActOfOffices, type RecordedEvent } from './events'

/** SHA-256 of a text in UTF-8, hexadecimal. */
export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex')

/** SHA-256 of the bytes of a file, hexadecimal. */
export const sha256OfBytes = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** The facts of an entry beside person and time: ids, numbers and hashes, never the text of a draft. */
type RecordedAct = {
  sessionId: string | null
  subjectId?: string
  data?: Record<string, string | number>
  /** SHA-256 of the text that the act made public, hexadecimal. */
  textHash?: string
}

const RecordedData = z.record(z.string(), z.union([z.string(), z.number()]))

/** The data of an entry, from its JSON column. Throws a defect if the column has another shape. */
export const readRecordedData = (stored: unknown): Record<string, string | number> =>
  RecordedData.parse(stored)

/** The capacity in which the actor acts in a session: the delegation, otherwise the first office held there. */
export function capacity(actor: SignedIn, sessionId: string | null) {
  const place = sessionId ? membershipIn(actor, sessionId) : undefined
  if (place) return { delegationId: place.delegationId, actingFor: place.delegationName }
  return { delegationId: null, actingFor: officeOf(actor, sessionId) ?? '' }
}

const officeOf = (actor: SignedIn, sessionId: string | null): OfficeKind | undefined =>
  officeKinds.find((kind) => holds(actor, sessionId ?? '', kind))

/** An officer with a seat in a delegation does an act of offices in the office, and no other. */
function capacityIn(actor: SignedIn, { event, sessionId }: Entry) {
  const office = isActOfOffices(event) ? officeOf(actor, sessionId) : undefined
  return office ? { delegationId: null, actingFor: office } : capacity(actor, sessionId)
}

/** Adds an entry to the record, in the transaction of the act; the actor's own desk is refreshed. */
export async function record(
  tx: Tx,
  actor: SignedIn,
  event: RecordedEvent,
  act: RecordedAct,
): Promise<void> {
  const data = await entryOf(tx, actor, { event, ...act })
  await tx.recordEntry.create({ data, select: { id: true } })
  await announce(tx, deskTopic(actor.personId))
}

/** The same for several entries in their order, by one statement. */
export async function recordAll(tx: Tx, actor: SignedIn, entries: readonly Entry[]): Promise<void> {
  const chairs = new Map<string | null, string>()
  const data = []
  for (const entry of entries) data.push(await entryOf(tx, actor, entry, chairs))
  await tx.recordEntry.createMany({ data })
  await announce(tx, deskTopic(actor.personId))
}

type Entry = RecordedAct & { event: RecordedEvent }

/** The row of an entry; `chairs` holds the Chairs of sessions that were read for entries before. */
async function entryOf(
  tx: Tx,
  actor: SignedIn,
  entry: Entry,
  chairs = new Map<string | null, string>(),
) {
  const { event, sessionId, subjectId, data, textHash } = entry
  const acting = capacityIn(actor, entry)
  if (acting.actingFor === 'viceChair' && !chairs.has(sessionId))
    chairs.set(sessionId, await chairBehind(tx, actor, sessionId))
  const chair = acting.actingFor === 'viceChair' ? chairs.get(sessionId) : ''
  return {
    event,
    sessionId,
    personId: actor.personId,
    personName: actor.name,
    ...acting,
    ...(subjectId && { subjectId }),
    ...(textHash && { textHash }),
    data: { ...data, ...(chair && { onBehalfOf: chair }) },
  }
}

/** The name of the Chair with whose powers a Vice-Chair acts now; '' without them. */
async function chairBehind(tx: Tx, actor: SignedIn, sessionId: string | null): Promise<string> {
  if (!sessionId) return ''
  const where = { sessionId, ...inForce, toPersonId: actor.personId }
  const handed = await tx.powersDelegation.findFirst({ where, select: { fromPersonId: true } })
  if (!handed) return ''
  const chair = { where: { id: handed.fromPersonId! }, select: { name: true } }
  return (await tx.person.findUniqueOrThrow(chair)).name
}

/** Like `record`, for acts of the operator on the command line: the entry has no person. */
export async function recordByOperator(
  tx: Tx,
  event: RecordedEvent,
  { sessionId, subjectId, data }: Omit<RecordedAct, 'textHash'>,
): Promise<void> {
  await tx.recordEntry.create({
    data: { event, sessionId, ...(subjectId && { subjectId }), data: data ?? {} },
  })
}
