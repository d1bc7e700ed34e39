import { z } from 'zod'
import { locales } from '@/lib/text/locales'

/** The kinds of search results, in the order of their groups. */
export const searchKinds = [
  'delegation',
  'proposal',
  'consolidated',
  'item',
  'amendment',
  'comment',
  'circulationComment',
  'list',
  'document',
] as const
export type SearchKind = (typeof searchKinds)[number]

const text = (limit: number) => z.string().trim().max(limit).catch('').default('')

/**
 * A search as it stands in the address. No value is refused: an unreadable value counts as not chosen. `session` is a
 * slug, `agenda` "2" or "2b" of that session, `state` the name of a State or organisation.
 */
export const SearchFilter = z.object({
  words: text(200),
  kind: z
    .enum(['', ...searchKinds])
    .catch('')
    .default(''),
  session: text(100),
  agenda: z
    .string()
    .regex(/^\d{1,4}[a-z]{0,2}$/)
    .catch('')
    .default(''),
  state: text(200),
  language: z
    .enum(['', ...locales])
    .catch('')
    .default(''),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
})
export type SearchFilter = z.output<typeof SearchFilter>

/** The search as query string, without empty choices. An agenda item belongs to its session. */
export function searchQueryString(
  filter: SearchFilter,
  change: Partial<SearchFilter> = {},
): string {
  const { page, agenda, ...rest } = { ...filter, page: 1, ...change }
  const chosen = Object.entries({
    ...rest,
    agenda: rest.session ? agenda : '',
    page: page > 1 ? String(page) : '',
  }).filter(([, value]) => value !== '')
  const query = new URLSearchParams(chosen).toString()
  return query && `?${query}`
}
