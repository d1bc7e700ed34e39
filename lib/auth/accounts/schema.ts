import { z } from 'zod'
import { Email, personName } from '@/lib/delegations/schema'
import { optionalName } from '@/lib/text/line'

/** An account that an act is about. */
export const OneAccount = z.object({ personId: z.uuid() })
export type OneAccount = z.output<typeof OneAccount>

export const ChangeAddress = z.object({ personId: z.uuid(), email: Email })
export type ChangeAddress = z.output<typeof ChangeAddress>

/** Another name or form of address for a person; `wasName` and `wasHonorific` are the values that the form showed. */
export const CorrectName = z.object({
  personId: z.uuid(),
  wasName: z.string(),
  wasHonorific: z.string(),
  name: personName,
  honorific: optionalName(40).default(''),
})
export type CorrectName = z.output<typeof CorrectName>

export const ACCOUNTS_PAGE = 50

/** The filter of the accounts in the query string. Unreadable values count as not set. */
export const AccountFilter = z.object({
  words: z.string().trim().max(200).catch('').default(''),
  state: z.enum(['open', 'closed']).or(z.literal('')).catch('').default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
export type AccountFilter = z.output<typeof AccountFilter>

/** The query string of another page of the same filter. */
export function accountQuery({ words, state }: AccountFilter, page: number): string {
  const query = new URLSearchParams()
  if (words) query.set('words', words)
  if (state) query.set('state', state)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `?${query}` : ''
}
