import 'server-only'
import { ordinalFigure } from '@/lib/clock'
import { clockTime, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { areUnchanged } from '@/lib/db/unchanged'
import { requireAllowed } from '@/lib/decision'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { receivedBy } from '@/lib/delegations/arrival'
import { entityKinds, takingPart } from '@/lib/delegations/kinds'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound, orNotFound, Refused } from '@/lib/errors'
import { locked } from '@/lib/meetings/sittings/commands'
import { record } from '@/lib/record/record'
import { changesBetween, type Mark, SESSION_COLUMN } from './marks'
import { canKeepAttendance, canSignIn } from './policy'
import type { SaveMarks, SetAttendance, SignIn } from './schema'
import { attendanceState } from './state'

/**
 * Sets how many of each kind attended, by the Secretariat's own count; a kind without a count did not attend. Without any
 * count, those who were noted are counted again. A count that stays the same stays as final as it was. Idempotent: if all
 * stay the same, nothing is recorded.
 */
export function setAttendance(actor: SignedIn, input: SetAttendance): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId } = input
    const { slug } = await locked(tx, actor, input)
    requireAllowed(canKeepAttendance(actor, await attendanceState(tx, sessionId)))
    const before = await tx.attendanceCount.findMany({
      where: { sessionId },
      orderBy: { position: 'asc' },
    })
    const isProvisional = (kind: string, count: number | null) =>
      before.find((row) => row.kind === kind && row.count === count)?.provisional ?? true
    const counts = entityKinds.flatMap((kind, index) => {
      const count = input[kind]
      return count === undefined || count === 0
        ? []
        : [{ sessionId, kind, count, provisional: isProvisional(kind, count), position: index + 1 }]
    })
    if (areUnchanged(before, counts)) return slug
    await tx.attendanceCount.deleteMany({ where: { sessionId } })
    await tx.attendanceCount.createMany({ data: counts })
    await record(tx, actor, 'session.attendanceSet', { sessionId, subjectId: sessionId })
    return slug
  })
}

/**
 * Writes the changes on the page of attendance since it was rendered, atomically, and returns their number. Refuses a
 * mark at a meeting of another session, and a mark of an entity without a delegation to this session.
 */
export function saveMarks(
  actor: SignedIn,
  { sessionId, drawn, marks }: SaveMarks,
): Promise<{ added: number; removed: number }> {
  return transaction(actor, async (tx) => {
    assertFound(await lockRow(tx, 'Session', sessionId))
    requireAllowed(canKeepAttendance(actor, await attendanceState(tx, sessionId)))
    const { added, removed } = changesBetween(drawn, marks)
    await requireOwn(tx, sessionId, added)
    const { count: newMarks } = await tx.attendance.createMany({
      data: added.map(({ column, entityId }) => ({
        sessionId,
        meetingId: meetingOf(column),
        entityId,
        how: column === SESSION_COLUMN ? ('credentials' as const) : ('byHand' as const),
        recordedById: actor.personId,
      })),
      skipDuplicates: true,
    })
    let goneMarks = 0
    for (const column of new Set(removed.map((mark) => mark.column))) {
      const entityIds = removed
        .filter((mark) => mark.column === column)
        .map((mark) => mark.entityId)
      const { count } = await tx.attendance.deleteMany({
        where: { sessionId, meetingId: meetingOf(column), entityId: { in: entityIds } },
      })
      goneMarks += count
    }
    const counts = { added: newMarks, removed: goneMarks }
    if (newMarks + goneMarks > 0)
      await record(tx, actor, 'session.attendanceNoted', {
        sessionId,
        subjectId: sessionId,
        data: counts,
      })
    return counts
  })
}

const meetingOf = (column: string): string | null => (column === SESSION_COLUMN ? null : column)

/** Every mark is of a meeting of the session, and of an entity with a delegation to it or noted there before. */
async function requireOwn(tx: Tx, sessionId: string, marks: readonly Mark[]): Promise<void> {
  const meetings = await tx.meeting.findMany({ where: { sessionId }, select: { id: true } })
  const columns = new Set([SESSION_COLUMN, ...meetings.map(({ id }) => id)])
  const delegations = await tx.delegation.findMany({
    where: { sessionId, state: takingPart },
    select: { entityId: true },
  })
  const rows = await tx.attendance.findMany({
    where: { sessionId },
    select: { entityId: true },
  })
  const entities = new Set([...delegations, ...rows].map(({ entityId }) => entityId))
  if (marks.some(({ column, entityId }) => !columns.has(column) || !entities.has(entityId)))
    throw new Refused('not-found', 'notFound')
}

/**
 * Signs the actor's delegation in at a meeting that sits, by when the request arrived. Idempotent: a delegation that was noted
 * there stays as it was noted.
 */
export function signIn(
  actor: SignedIn,
  { meetingId }: SignIn,
): Promise<{ slug: string; number: number }> {
  return transaction(actor, async (tx) => {
    const { sessionId, session, ...meeting } = orNotFound(
      await tx.meeting.findUnique({
        where: { id: meetingId },
        include: { session: { select: { slug: true } } },
      }),
    )
    await lockRow(tx, 'Session', sessionId, 'share')
    const at = receivedBy(actor, await clockTime(tx))
    requireAllowed(canSignIn(actor, await attendanceState(tx, sessionId), { meeting, at }))
    const { entityId } = membershipIn(actor, sessionId)!
    const { count } = await tx.attendance.createMany({
      data: [{ sessionId, meetingId, entityId, how: 'signIn', recordedById: actor.personId }],
      skipDuplicates: true,
    })
    if (count > 0)
      await record(tx, actor, 'session.signedIn', {
        sessionId,
        subjectId: meetingId,
        data: { meeting: ordinalFigure(meeting.number) },
      })
    return { slug: session.slug, number: meeting.number }
  })
}
