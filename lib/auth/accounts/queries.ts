import 'server-only'
import { databaseTime, db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import type { OfficeKind } from '@/lib/delegations/kinds'
import { authorize, orNotFound } from '@/lib/errors'
import { findUndelivered, type Undelivered } from '@/lib/mail/undelivered'
import { type Account, placesAndOffices, readPlacesAndOffices } from './own-account'
import { canCloseAccount, canManageAccounts, canResetFactor } from './policy'
import { ACCOUNTS_PAGE, type AccountFilter } from './schema'

/** An account in the list of the Secretariat. */
export type AccountLine = {
  id: string
  name: string
  email: string
  closed: boolean
  offices: OfficeKind[]
  delegations: string[]
}

/** The accounts by name, for the Secretariat. Words are found in names and addresses. */
export async function listAccounts(
  actor: SignedIn,
  { words, state, page }: AccountFilter,
): Promise<{ accounts: AccountLine[]; matching: number }> {
  authorize(canManageAccounts(actor), 'secretariatOnly')
  const contains = { contains: words, mode: 'insensitive' } as const
  const where = {
    ...(words && { OR: [{ name: contains }, { email: contains }] }),
    ...(state && { disabledAt: state === 'open' ? null : { not: null } }),
  }
  const [people, matching] = await Promise.all([
    db.person.findMany({
      where,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * ACCOUNTS_PAGE,
      take: ACCOUNTS_PAGE,
      select: {
        id: true,
        name: true,
        email: true,
        disabledAt: true,
        offices: { where: { endedAt: null }, select: { kind: true }, orderBy: { kind: 'asc' } },
        places: { where: { endedAt: null }, select: { delegation: { select: { name: true } } } },
      },
    }),
    db.person.count({ where }),
  ])
  const accounts = people.map(({ disabledAt, offices, places, ...person }) => ({
    ...person,
    closed: disabledAt !== null,
    offices: [...new Set(offices.map(({ kind }) => kind))],
    delegations: [...new Set(places.map(({ delegation }) => delegation.name))],
  }))
  return { accounts, matching }
}

/** Another person's account as the Secretariat keeps it. */
export type KeptAccount = Pick<Account, 'places' | 'offices'> & {
  id: string
  name: string
  honorific: string
  email: string
  closedAt: Date | null
  hasPassword: boolean
  hasFactor: boolean
  /** Browsers that are signed in now; one that still waits for a code is not. */
  browsers: number
  undelivered: Undelivered | null
  lastSignInAt: Date | null
  canBeClosed: boolean
  canBeReset: boolean
}

/** One account for the Secretariat, without anything that the person writes. */
export async function getAccountOf(actor: SignedIn, personId: string): Promise<KeptAccount> {
  authorize(canManageAccounts(actor), 'secretariatOnly')
  const now = await databaseTime(db)
  const [person, browsers, last] = await Promise.all([
    db.person.findUnique({
      where: { id: personId },
      select: {
        name: true,
        honorific: true,
        email: true,
        disabledAt: true,
        passwordHash: true,
        totpConfirmedAt: true,
        ...placesAndOffices,
      },
    }),
    db.signIn.count({
      where: { personId, endedAt: null, needsCode: false, expiresAt: { gt: now } },
    }),
    db.securityEntry.findFirst({
      where: { personId, event: 'signIn.succeeded' },
      orderBy: { id: 'desc' },
      select: { at: true },
    }),
  ])
  const { name, honorific, email, disabledAt, passwordHash, totpConfirmedAt, ...seats } =
    orNotFound(person)
  return {
    id: personId,
    name,
    honorific,
    email,
    undelivered: (await findUndelivered([email])).get(email) ?? null,
    closedAt: disabledAt,
    hasPassword: passwordHash !== null,
    hasFactor: totpConfirmedAt !== null,
    browsers,
    lastSignInAt: last?.at ?? null,
    canBeClosed: canCloseAccount(actor, { personId }),
    canBeReset: totpConfirmedAt !== null && canResetFactor(actor, { personId }),
    ...readPlacesAndOffices(seats),
  }
}
