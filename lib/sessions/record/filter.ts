import { z } from 'zod'
import { events, type RecordedEvent } from '@/lib/record/events'

export const RECORD_PAGE = 50

/** The groups of events by which the record is filtered: "proposal", "comment", "list" … */
export const eventNouns = [...new Set(events.map((event) => event.split('.')[0] as EventNoun))]

type EventNoun = RecordedEvent extends `${infer Noun}.${string}` ? Noun : never

/** The filter of the record in the query string. Unreadable values count as not set. */
export const RecordFilter = z.object({
  about: z
    .string()
    .refine((noun) => noun === '' || eventNouns.some((known) => known === noun))
    .catch('')
    .default(''),
  delegation: z.uuid().or(z.literal('')).catch('').default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
export type RecordFilter = z.output<typeof RecordFilter>

/** The query string of another page of the same filter. */
export function recordQuery({ about, delegation }: RecordFilter, page: number): string {
  const query = new URLSearchParams()
  if (about) query.set('about', about)
  if (delegation) query.set('delegation', delegation)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `?${query}` : ''
}
