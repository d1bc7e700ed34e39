import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db/client'
import { events, type RecordedEvent } from '@/lib/record'

export const RECORD_PAGE = 50

/** The groups of events by which the record is filtered: "proposal", "comment", "list" … */
export const eventNouns = [...new Set(events.map((event) => event.split('.')[0]!))]

/** The filter of the record as it stands in the address; what cannot be read counts as not chosen. */
export const RecordFilter = z.object({
  about: z
    .string()
    .refine((noun) => noun === '' || eventNouns.includes(noun))
    .catch('')
    .default(''),
  delegation: z.uuid().or(z.literal('')).catch('').default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
export type RecordFilter = z.output<typeof RecordFilter>

/** One act as the record keeps it. */
export type RecordLine = {
  id: bigint
  at: Date
  event: RecordedEvent
  personName: string
  delegationId: string | null
  actingFor: string
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
        data: true,
        textHash: true,
      },
    }),
    db.recordEntry.count({ where }),
  ])
  return { lines: lines as RecordLine[], matching }
}
