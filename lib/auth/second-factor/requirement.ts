import 'server-only'
import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { OfficeKind } from '@/lib/delegations/kinds'
import { env } from '@/lib/env'

/** The offices that need a second factor if the setting says so. */
const OFFICES: OfficeKind[] = ['secretariat', 'chair', 'rapporteur']

/** Whether a person must use an authenticator app: by REQUIRE_SECOND_FACTOR and an office that they hold. */
export async function requiresFactor(tx: Pick<Tx, 'office'>, personId: string): Promise<boolean> {
  if (!env().REQUIRE_SECOND_FACTOR) return false
  const where = { personId, endedAt: null, kind: { in: OFFICES } }
  return (await tx.office.findFirst({ where, select: { id: true } })) !== null
}

/** Whether a sign-in of a person waits for a code: they use an app, or must begin to. */
export async function asksForCode(
  tx: Pick<Tx, 'office' | 'person'>,
  personId: string,
): Promise<boolean> {
  const where = { id: personId, totpConfirmedAt: { not: null } }
  if (await tx.person.findFirst({ where, select: { id: true } })) return true
  return requiresFactor(tx, personId)
}

/**
 * A condition on `person` in a statement: whether the person must use an app and does not yet. A sign-in of before the
 * office or the setting is not enough then; the next one asks for the app.
 */
export const lacksFactor = (): Prisma.Sql =>
  env().REQUIRE_SECOND_FACTOR
    ? Prisma.sql`(person."totpConfirmedAt" IS NULL AND EXISTS (
        SELECT 1 FROM "Office" AS office WHERE office."personId" = person.id AND office."endedAt" IS NULL
          AND office.kind::text = ANY (${OFFICES})))`
    : Prisma.sql`false`
