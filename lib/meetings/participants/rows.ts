import 'server-only'
import type { Tx } from '@/lib/db/client'
import { attendanceState } from '@/lib/meetings/attendance/state'
import type { ListedDelegation } from './content'

/** The delegations to a session with the people of each, as the list of participants may name them. */
export async function readDelegations(
  tx: Pick<Tx, 'delegation' | 'attendance' | 'attendanceClosing'>,
  sessionId: string,
): Promise<{ delegations: (ListedDelegation & { id: string })[]; isProvisional: boolean }> {
  const marks = await tx.attendance.findMany({
    where: { sessionId },
    select: { entityId: true, entity: { select: { name: true, kind: true, sortKey: true } } },
  })
  const entities = new Map(marks.map(({ entityId, entity }) => [entityId, entity]))
  const rows = await tx.delegation.findMany({
    where: { sessionId, state: { not: 'withdrawn' } },
    select: {
      id: true,
      entityId: true,
      name: true,
      sortKey: true,
      entity: { select: { kind: true } },
      accredited: {
        orderBy: { position: 'asc' },
        select: { honorific: true, name: true, title: true },
      },
      representatives: {
        where: { endedAt: null },
        orderBy: [{ role: 'asc' }, { person: { name: 'asc' } }],
        select: { person: { select: { honorific: true, name: true } } },
      },
    },
  })
  const entityIds = new Set(rows.map(({ entityId }) => entityId))
  const { closedAt } = await attendanceState(tx, sessionId)
  return {
    isProvisional: closedAt === null,
    delegations: [
      ...rows.map(({ entityId, entity, representatives, ...row }) => ({
        ...row,
        kind: entity.kind,
        attended: entities.has(entityId),
        members: representatives.map(({ person }) => person),
      })),
      // An imported session names who attended without any delegation.
      ...[...entities]
        .filter(([entityId]) => !entityIds.has(entityId))
        .map(([, entity]) => ({ ...entity, id: '', attended: true, accredited: [], members: [] })),
    ],
  }
}
