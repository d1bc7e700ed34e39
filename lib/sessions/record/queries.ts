import 'server-only'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/delegations/actor'
import { events, type RecordedEvent } from '@/lib/record/events'
import { readRecordedData } from '@/lib/record/record'
import { canReadListInTheMaking, canReadConsolidated } from '@/lib/sessions/policy'
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

const ON_LIST_IN_THE_MAKING = {
  event: { startsWith: 'list.' },
  session: { preliminaryList: { issuedAt: null } },
} satisfies Prisma.RecordEntryWhereInput

const ON_STOCK_TAKING = {
  OR: [{ event: { startsWith: 'consolidation.' } }, { event: { startsWith: 'plenary.' } }],
  session: { consolidatedList: { adoptedAt: null } },
} satisfies Prisma.RecordEntryWhereInput

/**
 * The record of a session that `getSession` answered to this actor, the latest act first. Acts on a list in the making are
 * told to those who may not read it once it is issued, and those on a consolidated list once it is adopted.
 */
export async function listRecord(
  actor: Actor,
  session: { id: string },
  filter: RecordFilter,
): Promise<{ lines: RecordLine[]; matching: number }> {
  const where = {
    sessionId: session.id,
    ...(filter.about && {
      event: { in: events.filter((event) => event.startsWith(`${filter.about}.`)) },
    }),
    ...(filter.delegation && { delegationId: filter.delegation }),
    NOT: [
      ...(canReadListInTheMaking(actor, session.id) ? [] : [ON_LIST_IN_THE_MAKING]),
      ...(canReadConsolidated(actor, session.id) ? [] : [ON_STOCK_TAKING]),
    ],
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
