import 'server-only'
import { db } from '@/lib/db/client'
import { events, type RecordedEvent } from '@/lib/record/events'
import { readRecordedData } from '@/lib/record/record'
import { RECORD_PAGE, type RecordFilter } from './filter'

/** One entry of the record. */
export type RecordLine = {
  id: bigint
  at: Date
  event: RecordedEvent
  personName: string
  delegationId: string | null
  actingFor: string
  /** The subject of the act: an item, a proposal, a person …; null for none. */
  subjectId: string | null
  data: Record<string, string | number>
  textHash: string | null
}

/** The record of a session that `getSession` answered to this actor, the latest act first. */
export async function listRecord(
  session: { id: string },
  filter: RecordFilter,
): Promise<{ lines: RecordLine[]; matching: number }> {
  const where = {
    sessionId: session.id,
    ...(filter.about && {
      event: { in: events.filter((event) => event.startsWith(`${filter.about}.`)) },
    }),
    ...(filter.delegation && { delegationId: filter.delegation }),
  }
  const [lines, matching] = await Promise.all([
    db.recordEntry.findMany({
      where,
      orderBy: { id: 'desc' },
      skip: (filter.page - 1) * RECORD_PAGE,
      take: RECORD_PAGE,
      select: {
        id: true,
        at: true,
        event: true,
        personName: true,
        delegationId: true,
        actingFor: true,
        subjectId: true,
        data: true,
        textHash: true,
      },
    }),
    db.recordEntry.count({ where }),
  ])
  return {
    lines: lines.map((line) => ({ ...line, data: readRecordedData(line.data) })) as RecordLine[],
    matching,
  }
}
