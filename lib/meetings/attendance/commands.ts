import 'server-only'
import type { SignedIn } from '@/lib/delegations/actor'
import { entityKinds } from '@/lib/delegations/kinds'
import { transaction } from '@/lib/delegations/transaction'
import { Refused } from '@/lib/errors'
import { locked } from '@/lib/meetings/sittings/commands'
import { record } from '@/lib/record/record'
import type { NoteAttendance, SetAttendance } from './schema'

/** Sets how many of each kind attended. A kind without a count did not attend. */
export function setAttendance(actor: SignedIn, input: SetAttendance): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId, final } = input
    const { slug } = await locked(tx, actor, input)
    const told = entityKinds.flatMap((kind, index) => {
      const count = input[kind]
      return count === undefined || count === 0
        ? []
        : [{ sessionId, kind, count, provisional: !final, position: index + 1 }]
    })
    await tx.attendanceCount.deleteMany({ where: { sessionId } })
    await tx.attendanceCount.createMany({ data: told })
    await record(tx, actor, 'session.attendanceSet', { sessionId, subjectId: sessionId })
    return slug
  })
}

/** Notes who attended the session or one of its meetings. Refuses whoever has no delegation to the session. */
export function noteAttendance(actor: SignedIn, input: NoteAttendance): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId, meetingId, how, entities: wanted } = input
    const { slug } = await locked(tx, actor, input)
    const delegations = await tx.delegation.findMany({
      where: { sessionId, state: { not: 'withdrawn' }, entityId: { in: wanted } },
      select: { entityId: true },
    })
    if (delegations.length < new Set(wanted).size) throw new Refused('not-found', 'notFound')
    const place = { sessionId, meetingId }
    await tx.attendance.deleteMany({ where: { ...place, entityId: { notIn: wanted } } })
    const kept = await tx.attendance.findMany({ where: place, select: { entityId: true } })
    await tx.attendance.createMany({
      data: wanted
        .filter((id) => !kept.some(({ entityId }) => entityId === id))
        .map((entityId) => ({ ...place, entityId, how, recordedById: actor.personId })),
    })
    await record(tx, actor, 'session.attendanceSet', { sessionId, subjectId: sessionId })
    return slug
  })
}
