import 'server-only'
import { db } from '@/lib/db/client'
import { entityKinds } from '@/lib/delegations/kinds'

/** Who attended a session that `getSession` answered to this actor: the counts, and the delegations with whether each did. */
export async function getAttendance(session: { id: string }, meetingId: string | null = null) {
  const sessionId = session.id
  const [counts, delegations, noted] = await Promise.all([
    db.attendanceCount.findMany({
      where: { sessionId },
      orderBy: { position: 'asc' },
      select: { kind: true, count: true, provisional: true },
    }),
    db.delegation.findMany({
      where: { sessionId, state: { not: 'withdrawn' } },
      orderBy: { sortKey: 'asc' },
      select: { entityId: true, name: true, entity: { select: { kind: true } } },
    }),
    db.attendance.findMany({
      where: { sessionId, meetingId },
      orderBy: { entity: { sortKey: 'asc' } },
      select: { entityId: true, how: true, entity: { select: { name: true, kind: true } } },
    }),
  ])
  const present = new Set(noted.map(({ entityId }) => entityId))
  return {
    counts,
    noted,
    delegations: delegations.map(({ entity, ...delegation }) => ({
      ...delegation,
      kind: entity.kind,
      attended: present.has(delegation.entityId),
    })),
    /** How many of each kind were noted one by one. */
    notedByKind: entityKinds.flatMap((kind) => {
      const count = noted.filter(({ entity }) => entity.kind === kind).length
      return count > 0 ? [{ kind, count }] : []
    }),
  }
}
export type AttendanceView = Awaited<ReturnType<typeof getAttendance>>
