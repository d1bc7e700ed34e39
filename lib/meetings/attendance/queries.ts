import 'server-only'
import { clockTime, db } from '@/lib/db/client'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { type EntityKind, takingPart } from '@/lib/delegations/kinds'
import type { AttendedHow } from '@/lib/meetings/kinds'
import { listMeetings } from '@/lib/meetings/sittings/queries'
import { countByKind, inPrintedOrder, type KindCount, SESSION_COLUMN } from './marks'
import { canSignIn, type MeetingTime } from './policy'
import { attendanceState } from './state'

/** A meeting as the attendance names it, with its presiding officer and the number of each kind that attended. */
type AttendedMeeting = {
  id: string
  number: number
  date: Date
  startsAt: Date | null
  endsAt: Date | null
  presidedBy: string
  counts: KindCount[]
}

/** A State or organization with how each of its marks came to be, by column. */
type AttendanceRow = {
  entityId: string
  /** Null if it was noted without a delegation. */
  delegationId: string | null
  name: string
  kind: EntityKind
  /** Its place in UN English order. */
  sortKey: string
  marks: Record<string, AttendedHow>
}

/** A closing of the attendance, and its end. */
export type ClosingView = {
  id: string
  closedAt: Date
  closedBy: string
  reopenedAt: Date | null
  reopenedBy: string
  reason: string
}

export type AttendanceView = {
  sessionId: string
  /** The counts that the Secretariat set itself; empty if the noted entities are counted. */
  counts: { kind: EntityKind; count: number | null; provisional: boolean }[]
  meetings: AttendedMeeting[]
  /** The entities to note, and those noted: by kind, in UN English order. */
  rows: AttendanceRow[]
  /** The number of each kind noted, for the session or at a meeting of it. */
  noted: KindCount[]
  /** The number of each kind that sent credentials. */
  credentials: KindCount[]
  closings: ClosingView[]
  closedAt: Date | null
  isEmpty: boolean
  /** By the clock of the database. */
  readAt: Date
}

/** The attendance of a session that `getSession` answered to this actor, and its meetings. */
export async function getAttendance(session: { id: string }): Promise<AttendanceView> {
  const sessionId = session.id
  const where = { sessionId }
  const [counts, delegations, marks, meetings, closings, readAt] = await Promise.all([
    db.attendanceCount.findMany({
      where,
      orderBy: { position: 'asc' },
      select: { kind: true, count: true, provisional: true },
    }),
    db.delegation.findMany({
      where: { sessionId, state: takingPart },
      select: {
        id: true,
        entityId: true,
        name: true,
        sortKey: true,
        entity: { select: { kind: true } },
      },
    }),
    db.attendance.findMany({
      where,
      select: {
        meetingId: true,
        entityId: true,
        how: true,
        entity: { select: { name: true, kind: true, sortKey: true } },
      },
    }),
    listMeetings(session),
    db.attendanceClosing.findMany({
      where,
      orderBy: { closedAt: 'asc' },
      include: { closedBy: { select: { name: true } }, reopenedBy: { select: { name: true } } },
    }),
    clockTime(db),
  ])
  const entityIds = new Set(delegations.map(({ entityId }) => entityId))
  const entities = [
    ...delegations.map(({ id, entity, ...delegation }) => ({
      ...delegation,
      delegationId: id,
      kind: entity.kind,
    })),
    ...marks.flatMap(({ entityId, entity }) => {
      if (entityIds.has(entityId)) return []
      entityIds.add(entityId)
      return [{ entityId, delegationId: null, ...entity }]
    }),
  ].toSorted(inPrintedOrder)
  const byEntity = new Map<string, AttendanceRow['marks']>()
  for (const { entityId, meetingId, how } of marks)
    byEntity.set(entityId, { ...byEntity.get(entityId), [meetingId ?? SESSION_COLUMN]: how })
  const markedIn = (column: string | null) =>
    marks
      .filter(({ meetingId }) => meetingId === column)
      .map(({ entityId, entity }) => ({ entityId, kind: entity.kind }))
  return {
    sessionId,
    counts,
    meetings: meetings.map((meeting) => ({
      ...meeting,
      counts: countByKind(markedIn(meeting.id)),
    })),
    rows: entities.map((entity) => ({ ...entity, marks: byEntity.get(entity.entityId) ?? {} })),
    noted: countByKind(marks.map(({ entityId, entity }) => ({ entityId, kind: entity.kind }))),
    credentials: countByKind(markedIn(null)),
    closings: closings.map(({ closedBy, reopenedBy, ...closing }) => ({
      ...closing,
      closedBy: closedBy.name,
      reopenedBy: reopenedBy?.name ?? '',
    })),
    closedAt: closings.find(({ reopenedAt }) => !reopenedAt)?.closedAt ?? null,
    isEmpty: counts.length + marks.length === 0,
    readAt,
  }
}

/** The attendance of one meeting: the counts by kind, and whether the actor's delegation can sign in there, or is noted. */
export async function getMeetingAttendance(
  actor: Actor,
  meeting: MeetingTime & { id: string; sessionId: string },
): Promise<{ counts: KindCount[]; canSignIn: boolean; isNoted: boolean }> {
  const { id: meetingId, sessionId } = meeting
  const place = membershipIn(actor, sessionId)
  const [marks, attendance, at] = await Promise.all([
    db.attendance.findMany({
      where: { meetingId },
      select: { entityId: true, entity: { select: { kind: true } } },
    }),
    attendanceState(db, sessionId),
    clockTime(db),
  ])
  return {
    counts: countByKind(marks.map(({ entityId, entity }) => ({ entityId, kind: entity.kind }))),
    canSignIn: canSignIn(actor, attendance, { meeting, at }).allowed,
    isNoted: marks.some(({ entityId }) => entityId === place?.entityId),
  }
}
