import { z } from 'zod'
import { securityEvents } from './events'

export const SECURITY_PAGE = 50

/** The filter of the security log in the query string. Unreadable values count as not set. */
export const SecurityFilter = z.object({
  event: z.enum(securityEvents).or(z.literal('')).catch('').default(''),
  person: z.uuid().or(z.literal('')).catch('').default(''),
  network: z.string().trim().max(100).catch('').default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
export type SecurityFilter = z.output<typeof SecurityFilter>

/** The query string of another page of the same filter. */
export function securityQuery({ event, person, network }: SecurityFilter, page: number): string {
  const query = new URLSearchParams()
  if (event) query.set('event', event)
  if (person) query.set('person', person)
  if (network) query.set('network', network)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `?${query}` : ''
}
