import 'server-only'
import { databaseTime, type Tx, transaction } from '@/lib/db/client'
import { authorize, found, Refused } from '@/lib/errors'
import { enqueueMail } from '@/lib/mail/enqueue'
import { record } from '@/lib/record/record'
import type { SignedIn } from './actor'
import type { OfficeKind } from './kinds'
import { letterSession, officeLetter } from './letters'
import { personOf } from './people'
import { canAppointOfficers } from './policy'
import type { AppointOfficer, EndOfficer } from './schema'

/** Offices that one person at a time holds. */
const single: readonly OfficeKind[] = ['chair', 'rapporteur']

/**
 * Enters who holds an office, in one session or in the whole group, and writes to them. Refuses a second Chair or
 * Rapporteur of a session, and the Secretariat's office for somebody who speaks for a delegation.
 */
export async function appointOfficer(actor: SignedIn, input: AppointOfficer): Promise<string> {
  const { kind, wholeGroup, sessionId } = input
  authorize(canAppointOfficers(actor, sessionId, { wholeGroup }), 'secretariatOnly')
  return transaction(async (tx) => {
    const session = found(await lockSession(tx, sessionId))
    const { honorific, name, email } = input
    const person = await personOf(tx, { honorific, name, email })
    const place = wholeGroup ? null : sessionId
    await requireVacant(tx, kind, person.id, sessionId)
    if (kind === 'secretariat') await requireNoDelegation(tx, person.id, place)
    const { id } = await tx.office.create({
      data: { kind, personId: person.id, sessionId: place },
    })
    const act = { sessionId, subjectId: id, data: { name: person.name, office: kind } }
    await record(tx, actor, 'officer.appointed', act)
    const recipient = { email, name: person.name }
    await enqueueMail(tx, officeLetter(recipient, kind, await letterSession(tx, sessionId)))
    return session.slug
  })
}

/** Ends an office. The last member of the group's Secretariat stays: nobody could appoint another. */
export function endOfficer(actor: SignedIn, { sessionId, officeId }: EndOfficer): Promise<string> {
  return transaction(async (tx) => {
    const session = found(await lockSession(tx, sessionId))
    const office = found(
      await tx.office.findFirst({
        where: { id: officeId, OR: [{ sessionId }, { sessionId: null }] },
        include: { person: true },
      }),
    )
    const wholeGroup = office.sessionId === null
    authorize(canAppointOfficers(actor, sessionId, { wholeGroup }), 'secretariatOnly')
    if (office.endedAt) throw new Refused('conflict', 'officeEnded')
    if (wholeGroup && office.kind === 'secretariat') await requireAnother(tx, officeId)
    await tx.office.update({
      where: { id: officeId },
      data: { endedAt: await databaseTime(tx) },
    })
    const data = { name: office.person.name, office: office.kind }
    await record(tx, actor, 'officer.ended', { sessionId, subjectId: officeId, data })
    return session.slug
  })
}

/** Appointments to one session have an order. */
async function lockSession(tx: Tx, id: string): Promise<{ slug: string } | undefined> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT slug FROM "Session" WHERE id = ${id}::uuid FOR UPDATE`
  return rows[0]
}

async function requireVacant(
  tx: Tx,
  kind: OfficeKind,
  personId: string,
  sessionId: string,
): Promise<void> {
  const holders = await tx.office.findMany({
    where: { kind, endedAt: null, OR: [{ sessionId }, { sessionId: null }] },
    include: { person: true },
  })
  if (holders.some((office) => office.personId === personId))
    throw new Refused('invalid', 'officeHeld', {}, 'email')
  const [holder] = holders
  if (holder && single.includes(kind))
    throw new Refused('conflict', 'officeTaken', { name: holder.person.name }, 'kind')
}

async function requireNoDelegation(
  tx: Tx,
  personId: string,
  sessionId: string | null,
): Promise<void> {
  const place = await tx.representative.findFirst({
    where: {
      personId,
      endedAt: null,
      delegation: { state: { not: 'withdrawn' }, ...(sessionId && { sessionId }) },
    },
  })
  if (place) throw new Refused('invalid', 'secretariatNoPlace', {}, 'email')
}

/** Holds all such offices until the end, so that two cannot end each other's at one time. */
async function requireAnother(tx: Tx, officeId: string): Promise<void> {
  const living = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Office"
    WHERE kind = 'secretariat' AND "sessionId" IS NULL AND "endedAt" IS NULL FOR UPDATE`
  if (living.every(({ id }) => id === officeId)) throw new Refused('conflict', 'lastSecretariat')
}
