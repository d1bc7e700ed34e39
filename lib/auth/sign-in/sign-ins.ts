import 'server-only'
import { cookies } from 'next/headers'
import { clockTime, db, systemTransaction, type Tx } from '@/lib/db/client'
import { asksForCode } from '../second-factor/requirement'
import { logSecurity } from '../security/log'
import { networkOfRequest } from '../throttle/attempts'
import { cookieName, cookieOptions, SIGN_IN_SECONDS } from '../cookie'
import { currentSignIn } from '../current-actor'

/** Begins a sign-in of a person by the database's clock, and forgets those of theirs that are over. */
export async function beginSignIn(tx: Tx, personId: string): Promise<string> {
  await tx.$executeRaw`
    DELETE FROM "SignIn" WHERE "personId" = ${personId}::uuid
      AND ("expiresAt" < now() OR "endedAt" < now() - interval '1 day')`
  const needsCode = await asksForCode(tx, personId)
  const [row] = await tx.$queryRaw<[{ id: string }]>`
    INSERT INTO "SignIn" (id, "personId", "expiresAt", "needsCode")
    VALUES (${crypto.randomUUID()}::uuid, ${personId}::uuid,
      now() + make_interval(secs => ${SIGN_IN_SECONDS}::int), ${needsCode})
    RETURNING id`
  return row.id
}

/** The person of the sign-in. */
export async function personOfSignIn(signInId: string): Promise<string> {
  const where = { id: signInId }
  return (await db.signIn.findUniqueOrThrow({ where, select: { personId: true } })).personId
}

/** Ends a sign-in: the browser is out at its next request, with any cookie. */
export async function endSignIn(signInId: string): Promise<void> {
  await systemTransaction(async (tx) => {
    const where = { id: signInId, endedAt: null }
    await tx.signIn.updateMany({ where, data: { endedAt: await clockTime(tx) } })
  })
}

/** Ends every sign-in of a person but one, and says how many there were. */
export function endOtherSignIns(tx: Tx, personId: string, but: string | null): Promise<number> {
  return tx.$executeRaw`
    UPDATE "SignIn" SET "endedAt" = now()
    WHERE "personId" = ${personId}::uuid AND "endedAt" IS NULL AND "expiresAt" > now()
      AND id IS DISTINCT FROM ${but}::uuid`
}

/** Ends the sign-ins of all a person's browsers but the one that asks. */
export const signOutOthers = (personId: string, but: string | null): Promise<number> =>
  systemTransaction((tx) => endOtherSignIns(tx, personId, but))

/** Ends a sign-in because its person asks for that. */
export async function signOutOf(signInId: string): Promise<void> {
  await endSignIn(signInId)
  const signIn = await db.signIn.findUnique({ where: { id: signInId } })
  const network = await networkOfRequest()
  if (signIn) await logSecurity('signIn.ended', { personId: signIn.personId, network })
}

/** Ends the sign-in of the browser that asks, and takes its cookie. */
export async function leaveBrowser(): Promise<void> {
  const signInId = await currentSignIn()
  if (signInId) await signOutOf(signInId)
  ;(await cookies()).set(cookieName(), '', { ...cookieOptions(), maxAge: 0 })
}
