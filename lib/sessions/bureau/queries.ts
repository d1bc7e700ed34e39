import 'server-only'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { canChangeSession } from '@/lib/sessions/policy'
import { accountsOf, addressOfMember } from './accounts'

/**
 * The members of the extended Bureau of a session that `getSession` answered to this actor, in their order; ended
 * places last.
 */
export const listBureau = async (session: { id: string; groupId: string }) =>
  (
    await db.bureauMember.findMany({
      where: {
        groupId: session.groupId,
        OR: [{ sessionId: null }, { sessionId: session.id }],
      },
      orderBy: [{ capacity: 'asc' }, { position: 'asc' }],
      select: {
        id: true,
        capacity: true,
        title: true,
        honorific: true,
        name: true,
        affiliation: true,
        sessionId: true,
        fromOn: true,
        untilOn: true,
        endedAt: true,
      },
    })
  ).toSorted((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null))

/** The address of each member and whether it has an account here, for those who enter them; nobody for others. */
export async function listBureauAccounts(
  actor: Actor,
  session: { id: string; groupId: string },
): Promise<Map<string, { email: string; signsIn: boolean }>> {
  if (!canChangeSession(actor, session.id)) return new Map()
  const members = await db.bureauMember.findMany({
    where: {
      groupId: session.groupId,
      endedAt: null,
      OR: [{ sessionId: null }, { sessionId: session.id }],
    },
    select: { id: true, personId: true, email: true },
  })
  const accounts = await accountsOf(db, members)
  return new Map(
    members.map((member) => {
      const account = accounts.get(member.id)
      return [member.id, { email: addressOfMember(member, account), signsIn: Boolean(account) }]
    }),
  )
}

export type BureauMemberView = Awaited<ReturnType<typeof listBureau>>[number]

/** The powers that a Chair handed to a Vice-Chair in the session, the latest first. */
export async function listPowers(session: { id: string }) {
  const rows = await db.powersDelegation.findMany({
    where: { sessionId: session.id },
    orderBy: { givenAt: 'desc' },
    select: {
      id: true,
      scope: true,
      givenAt: true,
      endedAt: true,
      fromPersonId: true,
      toPersonId: true,
      fromMember: { select: { name: true } },
      toMember: { select: { name: true } },
    },
  })
  const ids = rows.flatMap(({ fromPersonId, toPersonId }) =>
    [fromPersonId ?? [], toPersonId ?? []].flat(),
  )
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  })
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? ''
  return rows.map(({ fromPersonId, toPersonId, fromMember, toMember, ...row }) => ({
    ...row,
    /** Handed over in an imported session, whose file tells the day alone. */
    dayAlone: fromMember !== null,
    from: fromMember?.name ?? nameOf(fromPersonId),
    to: toMember?.name ?? nameOf(toPersonId),
  }))
}
