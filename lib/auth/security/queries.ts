import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { authorize } from '@/lib/errors'
import { canManageAccounts } from '../accounts/policy'
import type { SecurityEvent } from './events'
import { SECURITY_PAGE, type SecurityFilter } from './filter'

/** An entry as the Secretariat reads it. */
export type SecurityLine = {
  id: bigint
  at: Date
  event: SecurityEvent
  person: { id: string; name: string } | null
  byPerson: { id: string; name: string } | null
  network: string
  detail: string
}

const nameFields = { select: { id: true, name: true } } as const

/** The security log, the latest entry first, for the Secretariat; with `person`, the acts by and on that person. */
export async function listSecurity(
  actor: SignedIn,
  { event, person, network, page }: SecurityFilter,
): Promise<{ lines: SecurityLine[]; matching: number }> {
  authorize(canManageAccounts(actor), 'secretariatOnly')
  const where = {
    ...(event && { event }),
    ...(network && { network }),
    ...(person && { OR: [{ personId: person }, { byPersonId: person }] }),
  }
  const [lines, matching] = await Promise.all([
    db.securityEntry.findMany({
      where,
      include: { person: nameFields, byPerson: nameFields },
      orderBy: { id: 'desc' },
      skip: (page - 1) * SECURITY_PAGE,
      take: SECURITY_PAGE,
    }),
    db.securityEntry.count({ where }),
  ])
  return { lines: lines as SecurityLine[], matching }
}

/** The name of the person in the log's filter, for the Secretariat; null without one. */
export async function findName(actor: SignedIn, personId: string): Promise<string | null> {
  authorize(canManageAccounts(actor), 'secretariatOnly')
  if (!personId) return null
  const person = await db.person.findUnique({ where: { id: personId }, select: { name: true } })
  return person?.name ?? null
}
