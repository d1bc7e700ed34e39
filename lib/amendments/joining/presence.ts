import 'server-only'
import { db, transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { announce } from '@/lib/live/announce'
import type { AtDesk } from './desk'

/** What is announced when a desk changes, or who stands at it. */
export const joiningTopic = (proposalId: string) => `joining:${proposalId}`

/** A stream ends after two minutes and begins anew: whoever was not seen for longer is gone. */
const GONE = '150 seconds'

/** Somebody has the desk open. Answers what `leaveDesk` needs to know that nobody came back meanwhile. */
export function enterDesk({ personId }: SignedIn, proposalId: string): Promise<Date> {
  return transaction(async (tx) => {
    const [{ seenAt }] = await tx.$queryRaw<[{ seenAt: Date }]>`
      INSERT INTO "Presence" ("subjectId", "personId")
      VALUES (${proposalId}::uuid, ${personId}::uuid)
      ON CONFLICT ("subjectId", "personId") DO UPDATE SET "seenAt" = now()
      RETURNING "seenAt"`
    await announce(tx, joiningTopic(proposalId))
    return seenAt
  })
}

/** Somebody closed the desk that was opened then, in the last of the windows in which it stood open. */
export function leaveDesk(actor: SignedIn, proposalId: string, since: Date): Promise<void> {
  return transaction(async (tx) => {
    const left = await tx.presence.deleteMany({
      where: { subjectId: proposalId, personId: actor.personId, seenAt: { lte: since } },
    })
    if (left.count > 0) await announce(tx, joiningTopic(proposalId))
  })
}

/** What is so at a desk now. Only for who may join: the caller has asked. */
export async function lookAtDesk(proposalId: string): Promise<string> {
  const rows = await db.$queryRaw<AtDesk[]>`
    SELECT coalesce(j.version, 0) AS version, coalesce(j.name, '') AS "savedBy",
      coalesce((SELECT json_agg(json_build_object('id', q.id, 'name', q.name) ORDER BY q.name)
        FROM "Presence" p JOIN "Person" q ON q.id = p."personId"
        WHERE p."subjectId" = ${proposalId}::uuid AND p."seenAt" > now() - ${GONE}::interval), '[]')
        AS present
    FROM (SELECT 1) one LEFT JOIN LATERAL (
      SELECT k.version, w.name FROM "Joining" k JOIN "Person" w ON w.id = k."updatedById"
      WHERE k."proposalId" = ${proposalId}::uuid AND k."submittedAt" IS NULL
      ORDER BY k."baseNumber" DESC LIMIT 1) j ON true`
  return JSON.stringify(rows[0])
}
