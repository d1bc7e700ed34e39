import { z } from 'zod'
import { entityKinds } from './kinds'
import type { DelegationSummary } from './queries'

/** The filter of the delegations in the query string. Unreadable values count as not set. */
export const DelegationFilter = z.object({
  words: z.string().trim().max(100).catch('').default(''),
  kind: z.enum(entityKinds).or(z.literal('')).catch('').default(''),
})
export type DelegationFilter = z.output<typeof DelegationFilter>

/** The query string of a filter, with its question mark; '' for one that chooses nothing. */
export function delegationQuery(filter: DelegationFilter): string {
  const chosen = Object.entries(filter).filter(([, value]) => value !== '')
  return chosen.length > 0 ? `?${new URLSearchParams(chosen).toString()}` : ''
}

/** The delegations of the kind, and among those that the words found. */
export const matchingDelegations = (
  delegations: readonly DelegationSummary[],
  { kind }: Pick<DelegationFilter, 'kind'>,
  matchingIds: ReadonlySet<string> | null,
): DelegationSummary[] =>
  delegations.filter(
    (delegation) =>
      (!kind || delegation.kind === kind) && (!matchingIds || matchingIds.has(delegation.id)),
  )
