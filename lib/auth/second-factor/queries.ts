import 'server-only'
import { db } from '@/lib/db/client'
import { decrypt, setupAddress } from './totp'
import { requiresFactor } from './requirement'

/** The second factor of a person who has signed in, or is about to. */
type Factor = {
  personId: string
  email: string
  state: 'none' | 'settingUp' | 'active'
  /** While it is set up: the secret, and the address that the app reads from the picture. */
  setup: { secret: string; address: string } | null
  isRequired: boolean
  recoveryCodes: number
}

/** The person of a sign-in that waits for a code; null for any other sign-in. */
export async function findPending(signInId: string | null): Promise<Factor | null> {
  if (!signInId) return null
  const rows = await db.$queryRaw<{ personId: string }[]>`
    SELECT "signIn"."personId" FROM "SignIn" AS "signIn"
    JOIN "Person" AS person ON person.id = "signIn"."personId" AND person."disabledAt" IS NULL
    WHERE "signIn".id = ${signInId}::uuid AND "signIn"."needsCode"
      AND "signIn"."endedAt" IS NULL AND "signIn"."createdAt" > now() - interval '15 minutes'`
  return rows[0] ? getFactor(rows[0].personId) : null
}

/** Unchecked: the caller must have found who asks. */
export async function getFactor(personId: string): Promise<Factor> {
  const [person, recoveryCodes, isRequired] = await Promise.all([
    db.person.findUniqueOrThrow({
      where: { id: personId },
      select: { email: true, totpSecret: true, totpConfirmedAt: true },
    }),
    db.recoveryCode.count({ where: { personId, usedAt: null } }),
    requiresFactor(db, personId),
  ])
  const { email, totpSecret, totpConfirmedAt } = person
  const secret = !totpConfirmedAt && totpSecret ? decrypt(totpSecret) : null
  const setup = secret ? { secret, address: setupAddress(secret, email) } : null
  const state = totpConfirmedAt ? 'active' : setup ? 'settingUp' : 'none'
  return { personId, email, state, setup, isRequired, recoveryCodes }
}
