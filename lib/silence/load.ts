import 'server-only'
import type { Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { clockTime } from '@/lib/db/client'
import { assertFound } from '@/lib/errors'
import type { Actor } from '@/lib/delegations/actor'
import { canReadSilence } from './policy'
import { holderNow } from './roll'

const course = {
  extensions: { orderBy: [{ givenAt: 'asc' as const }, { id: 'asc' as const }] },
  breaks: {
    omit: { scan: true as const },
    orderBy: [{ receivedAt: 'asc' as const }, { id: 'asc' as const }],
  },
  members: { orderBy: { position: 'asc' as const } },
  later: { select: { id: true, number: true } },
  session: { select: { slug: true, groupId: true } },
}

/** The facts of a procedure on which rules and letters depend, with who acts for each place of its roll now. */
export async function readSilence(
  tx: Pick<Tx, 'silence' | 'bureauMember' | '$queryRaw'>,
  id: string,
  now: Date,
) {
  const silence = await tx.silence.findUniqueOrThrow({ where: { id }, include: course })
  const bureau = silence.members.some(({ bureauMemberId }) => bureauMemberId)
    ? await tx.bureauMember.findMany({ where: { groupId: silence.session.groupId } })
    : []
  const seats = silence.members.map((member) => ({
    id: member.id,
    entitled: member.entitled,
    personId: holderNow(bureau, member.bureauMemberId, now),
    delegationId: member.delegationId,
  }))
  return { ...silence, seats, hasLater: silence.later !== null }
}
export type ReadSilence = Awaited<ReturnType<typeof readSilence>>

/**
 * A procedure as an act reads it, locked against every other act on it, with the database's time after the lock. What
 * the actor may not read is answered as what does not exist.
 */
export async function lockSilence(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ silence: ReadSilence; now: Date }> {
  assertFound(await lockRow(tx, 'Silence', id))
  const now = await clockTime(tx)
  const silence = await readSilence(tx, id, now)
  assertFound(canReadSilence(actor, silence))
  return { silence, now }
}
