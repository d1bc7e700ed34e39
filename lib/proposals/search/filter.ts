import { z } from 'zod'
import { proposalKinds } from '@/lib/proposals/kinds'

/** The filter's choices; `ours` and `coSponsored` are those of the reader's own delegation. */
export const proposalStates = [
  'open',
  'withdrawn',
  'listed',
  'notListed',
  'ours',
  'coSponsored',
] as const
const proposalSorts = ['number', 'newest', 'agenda', 'delegation'] as const

const text = (limit: number) => z.string().trim().max(limit).catch('').default('')

/**
 * The filter of the list of proposals as it stands in the address. No value is refused: an unreadable value counts as
 * not chosen. `agenda` is "2" or "2b", `delegation` the printed name.
 */
export const ProposalFilter = z.object({
  words: text(200),
  agenda: z
    .string()
    .regex(/^\d{1,4}[a-z]{0,2}$/)
    .catch('')
    .default(''),
  delegation: text(200),
  kind: z
    .enum(['', ...proposalKinds])
    .catch('')
    .default(''),
  state: z
    .enum(['', ...proposalStates])
    .catch('')
    .default(''),
  sort: z.enum(proposalSorts).catch('number').default('number'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
export type ProposalFilter = z.output<typeof ProposalFilter>

/** The filter as search parameters, without empty choices; '' for all proposals. */
export function filterQuery(filter: ProposalFilter, change: Partial<ProposalFilter> = {}): string {
  const parameters = Object.entries({ ...filter, page: 1, ...change }).filter(
    ([name, value]) =>
      value !== '' && !(name === 'sort' && value === 'number') && !(name === 'page' && value === 1),
  )
  const query = new URLSearchParams(
    parameters.map(([name, value]) => [name, String(value)]),
  ).toString()
  return query && `?${query}`
}

/** Whether the filter leaves anything out. */
export const isFiltering = ({ words, agenda, delegation, kind, state }: ProposalFilter): boolean =>
  [words, agenda, delegation, kind, state].some((value) => value !== '')
