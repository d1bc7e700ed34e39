import { sortKey } from '@/lib/delegations/names/sort-key'

/** Co-sponsors that agreed to one revision of a proposal. */
export type AgreedTo = { revision: number; names: string[] }

/**
 * Co-sponsors by the revision whose text they agreed to, the present one first, each in UN English
 * alphabetical order: a co-sponsor is never named under a text that it did not agree to.
 */
export function byRevision(coSponsors: readonly { name: string; revision: number }[]): AgreedTo[] {
  const revisions = [...new Set(coSponsors.map(({ revision }) => revision))]
  return revisions
    .toSorted((one, other) => other - one)
    .map((revision) => ({
      revision,
      names: coSponsors
        .filter((one) => one.revision === revision)
        .map(({ name }) => name)
        .toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1)),
    }))
}
