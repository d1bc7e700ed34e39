import 'server-only'
import { databaseTime, type Tx } from '@/lib/db/client'
import { transaction } from '../transaction'
import { lockRow, lockRows } from '@/lib/db/row-locks'
import { authorize, orNotFound, Refused } from '@/lib/errors'
import { enqueueMail } from '@/lib/mail/enqueue'
import { record } from '@/lib/record/record'
import type { SignedIn } from '@/lib/delegations/actor'
import { letterSession, officeLetter } from '@/lib/delegations/letters/memberships'
import { returnPowersOf } from '@/lib/delegations/powers/commands'
import { personOf, requireOwnAddress } from '@/lib/delegations/people'
import { canAppointOfficers } from '@/lib/delegations/policy'
import { heldIn } from './held-in'
import type { AppointOfficer, EndOfficer } from '@/lib/delegations/schema'
import { requireNoDelegation, requireNotHeld, requireVacant } from './vacant'

/**
 * Appoints a person to an office, in one session or in every session of its group, and sends them a letter; the
 * Secretariat of a group is that of all groups. Refuses a second Chair or Rapporteur of any session in which the office
 * would be held, and an office of the Secretariat for a person with a seat in a delegation.
 */
export async function appointOfficer(actor: SignedIn, input: AppointOfficer): Promise<string> {
  const { kind, wholeGroup, sessionId } = input
  authorize(canAppointOfficers(actor, sessionId, { wholeGroup }), 'secretariatOnly')
  return transaction(actor, async (tx) => {
    const { honorific, name, email } = input
    const person = await personOf(tx, { honorific, name, email })
    const session = orNotFound(await lockSessions(tx, sessionId, { wholeGroup }))
    const { groupId } = session
    const place = wholeGroup ? null : sessionId
    await requireNotHeld(tx, kind, person.id, sessionId)
    await requireVacant(tx, kind, person.id, wholeGroup ? { groupId } : { sessionId })
    if (kind === 'secretariat') await requireNoDelegation(tx, person.id, place)
    requireOwnAddress({ name, email }, person)
    const { id } = await tx.office.create({
      data: {
        kind,
        personId: person.id,
        sessionId: place,
        groupId: wholeGroup && kind !== 'secretariat' ? groupId : null,
      },
    })
    const act = { sessionId, subjectId: id, data: { name: person.name, office: kind } }
    await record(tx, actor, 'officer.appointed', act)
    const recipient = { email, name: person.name }
    await enqueueMail(tx, officeLetter(recipient, kind, await letterSession(tx, sessionId)))
    return session.slug
  })
}

/**
 * Ends an office. The last member of the group's Secretariat stays: nobody could appoint another. Powers that the Chair
 * handed to a Vice-Chair return with the office, so that somebody presides.
 */
export function endOfficer(actor: SignedIn, { sessionId, officeId }: EndOfficer): Promise<string> {
  return transaction(actor, async (tx) => {
    const office = orNotFound(
      await tx.office.findFirst({
        where: { id: officeId, ...heldIn(sessionId) },
        include: { person: true },
      }),
    )
    const wholeGroup = office.sessionId === null
    authorize(canAppointOfficers(actor, sessionId, { wholeGroup }), 'secretariatOnly')
    if (wholeGroup && office.kind === 'secretariat') await requireAnother(tx, officeId)
    else await lockRow(tx, 'Office', officeId)
    const session = orNotFound(
      await lockSessions(tx, sessionId, { wholeGroup: wholeGroup && office.groupId !== null }),
    )
    const { count } = await tx.office.updateMany({
      where: { id: officeId, endedAt: null },
      data: { endedAt: await databaseTime(tx) },
    })
    if (count === 0) throw new Refused('conflict', 'officeEnded')
    const data = { name: office.person.name, office: office.kind }
    await record(tx, actor, 'officer.ended', { sessionId, subjectId: officeId, data })
    if (office.kind === 'viceChair') await returnPowersOf(tx, actor, office)
    return session.slug
  })
}

/** Locks the session, or all of its group where the office is held in each, so that appointments come one after the other. */
async function lockSessions(
  tx: Tx,
  id: string,
  { wholeGroup }: { wholeGroup: boolean },
): Promise<{ slug: string; groupId: string } | null> {
  const session = await tx.session.findUnique({
    where: { id },
    select: { slug: true, groupId: true },
  })
  const where = wholeGroup && session ? { groupId: session.groupId } : { id }
  const sessions = await tx.session.findMany({ where, select: { id: true } })
  await lockRows(
    tx,
    'Session',
    sessions.map((one) => one.id),
  )
  return session
}

/** Locks the offices of the group's Secretariat, so that two members cannot end each other's at once. */
async function requireAnother(tx: Tx, officeId: string): Promise<void> {
  const active = { kind: 'secretariat', sessionId: null, endedAt: null } as const
  const offices = await tx.office.findMany({ where: active, select: { id: true } })
  await lockRows(
    tx,
    'Office',
    offices.map(({ id }) => id),
  )
  // A person whose account is closed appoints nobody.
  const others = { ...active, id: { not: officeId }, person: { disabledAt: null } }
  const count = await tx.office.count({ where: others })
  if (count === 0) throw new Refused('conflict', 'lastSecretariat')
}
