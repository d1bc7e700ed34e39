import 'server-only'
import type { Tx } from '@/lib/db/client'
import { takingPart } from '@/lib/delegations/kinds'
import { attendanceState } from '@/lib/meetings/attendance/state'
import type { Listed, ListedDelegation } from './content'

/** The delegations to a session with the people of each, and its panellists, as the list of participants may name them. */
export async function readListed(
  tx: Pick<Tx, 'delegation' | 'attendance' | 'attendanceClosing' | 'panellist'>,
  sessionId: string,
): Promise<Listed & { delegations: (ListedDelegation & { id: string })[] }> {
  const marks = await tx.attendance.findMany({
    where: { sessionId },
    select: { entityId: true, entity: { select: { name: true, kind: true, sortKey: true } } },
  })
  const entities = new Map(marks.map(({ entityId, entity }) => [entityId, entity]))
  const rows = await tx.delegation.findMany({
    where: { sessionId, state: takingPart },
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
  const panellists = await tx.panellist.findMany({
    where: { sessionId },
    orderBy: { position: 'asc' },
    select: { honorific: true, name: true, affiliation: true },
  })
  return {
    isProvisional: closedAt === null,
    panellists: panellists.map(({ affiliation, ...person }) => ({ ...person, title: affiliation })),
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
