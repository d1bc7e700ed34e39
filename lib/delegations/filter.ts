import { z } from 'zod'
import { entityKinds } from './kinds'
import type { DelegationSummary } from './queries'
import { sortKey } from './names/sort-key'

/** The filter of the delegations in the query string. Unreadable values count as not set. */
export const DelegationFilter = z.object({
  words: z.string().trim().max(100).catch('').default(''),
  kind: z.enum(entityKinds).or(z.literal('')).catch('').default(''),
})
export type DelegationFilter = z.output<typeof DelegationFilter>

/** The delegations for which every word is a prefix of a word of their name or their head's name; accents are ignored. */
export function matchingDelegations(
  delegations: readonly DelegationSummary[],
  { words, kind }: DelegationFilter,
): DelegationSummary[] {
  const wanted = sortKey(words).split(' ').filter(Boolean)
  return delegations.filter((delegation) => {
    if (kind && delegation.kind !== kind) return false
    const there = sortKey(`${delegation.name} ${delegation.head ?? ''}`).split(' ')
    return wanted.every((word) => there.some((name) => name.startsWith(word)))
  })
}
