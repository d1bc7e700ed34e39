import 'server-only'
import type { Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { clockTime } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { assertFound, orNotFound } from '@/lib/errors'
import type { Actor } from '@/lib/delegations/actor'
import { handedColumns, handedOf } from '@/lib/delegations/powers/powers'
import { standingAfter, type Standing } from '@/lib/sessions/decisions/status'
import { accountsOf } from '@/lib/sessions/bureau/accounts'
import { canReadSilence } from './policy'
import { holderNow } from './roll'

const course = {
  extensions: { orderBy: [{ givenAt: 'asc' as const }, { id: 'asc' as const }] },
  breaks: {
    omit: { scan: true as const },
    orderBy: [{ receivedAt: 'asc' as const }, { id: 'asc' as const }],
  },
  members: { orderBy: { position: 'asc' as const } },
  later: { select: { id: true, number: true, openedAt: true, discardedAt: true } },
  decision: { select: { annulledAt: true } },
  session: {
    select: {
      slug: true,
      groupId: true,
      powers: {
        where: { toPersonId: { not: null } },
        select: { ...handedColumns, endedAt: true },
      },
    },
  },
}

type Reading = Pick<Tx, 'silence' | 'bureauMember' | 'person'>

/**
 * The facts of procedures on which rules and letters depend, with who acts for each place of their rolls now, in the
 * order of their numbers. The number of statements does not depend on how many there are.
 */
export async function readSilences(tx: Reading, where: Prisma.SilenceWhereInput, now: Date) {
  const silences = await tx.silence.findMany({ where, include: course, orderBy: inOrder })
  const groupIds = silences
    .filter(({ members }) => members.some(({ bureauMemberId }) => bureauMemberId))
    .map(({ session }) => session.groupId)
  const members =
    groupIds.length > 0
      ? await tx.bureauMember.findMany({ where: { groupId: { in: groupIds } } })
      : []
  const accounts = await accountsOf(tx, members)
  const bureau = members.map((member) => ({
    ...member,
    personId: accounts.get(member.id)?.id ?? null,
  }))
  return silences.map((silence) => ({
    ...silence,
    later: laterOf(silence),
    // A decision that was annulled is entered again.
    decisionId: silence.decision?.annulledAt ? null : silence.decisionId,
    powers: handedOf(silence.session.powers.find(({ endedAt }) => endedAt === null)),
    heldPowers: silence.session.powers.flatMap(({ toPersonId }) => toPersonId ?? []),
    seats: silence.members.map((member) => ({
      id: member.id,
      entitled: member.entitled,
      personId: holderNow(bureau, member.bureauMemberId, now),
      delegationId: member.delegationId,
    })),
    hasLater: laterOf(silence) !== null,
  }))
}

/** The revised text that followed; one that was discarded takes nothing's place. */
const laterOf = <Later extends { discardedAt: Date | null }>({
  later,
}: {
  later: Later | null
}): Later | null => (later?.discardedAt ? null : later)

const inOrder = [{ sessionId: 'asc' as const }, { number: 'asc' as const }]

/** One procedure by its id. */
export async function readSilence(tx: Reading, id: string, now: Date) {
  const [silence] = await readSilences(tx, { id }, now)
  return orNotFound(silence)
}
export type ReadSilence = Awaited<ReturnType<typeof readSilence>>

/** The standing of a session by its decisions, on which the subjects depend that may still be put. */
export async function readStanding(
  tx: Pick<Tx, 'sessionDecision'>,
  sessionId: string,
): Promise<Standing> {
  const decisions = await tx.sessionDecision.findMany({ where: { sessionId, annulledAt: null } })
  return standingAfter(decisions).standing
}

/**
 * A procedure as an act reads it, locked against every other act on it, with the database's time after the lock. A
 * procedure that the actor may not read is not found.
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
