import { printSeatTime } from '@/lib/clock'
import { formatter, translations } from '@/lib/messages'
import { sortKey } from '@/lib/delegations/names/sort-key'

/** A co-sponsor and the revision to which it agreed. */
type Agreement = { name: string; revision: number }

/** Co-sponsors that agreed to one revision of a proposal. */
type AgreedTo = { revision: number; names: string[] }

/**
 * Co-sponsors by the revision to which they agreed, the present one first, each in UN English alphabetical order: a
 * co-sponsor is never named under another text.
 */
export function byRevision(coSponsors: readonly Agreement[]): AgreedTo[] {
  const revisions = [...new Set(coSponsors.map(({ revision }) => revision))]
  return revisions
    .toSorted((earlier, later) => later - earlier)
    .map((revision) => ({
      revision,
      names: coSponsors
        .filter((sponsor) => sponsor.revision === revision)
        .map(({ name }) => name)
        .toSorted((sponsor, next) => (sortKey(sponsor) < sortKey(next) ? -1 : 1)),
    }))
}

/** "Co-sponsored by …", one sentence for each revision that was agreed to, of a text that stands at `current`. */
export function coSponsorSentences(coSponsors: readonly Agreement[], current: number): string[] {
  const t = translations('proposals.one')
  return byRevision(coSponsors).map(({ revision, names }) =>
    t(revision === current ? 'coSponsoredBy' : 'coSponsoredAt', {
      names: formatter.list(names),
      revision,
      current,
    }),
  )
}

/**
 * The line under the title of a file of one revision: the present one names the State that took the text over, an
 * earlier one only the States that agreed to it.
 */
export function withCoSponsors(
  about: string,
  {
    coSponsors,
    currentNumber,
    takenOver,
  }: {
    coSponsors: readonly Agreement[]
    currentNumber: number
    takenOver: { name: string; at: Date } | null
  },
  revision: number,
): string {
  const by = revision === currentNumber ? takenOver : null
  const agreements =
    revision === currentNumber
      ? coSponsors
      : coSponsors.filter((coSponsor) => coSponsor.revision === revision)
  return [
    about,
    ...(by
      ? [translations('proposals.one')('takenOver', { name: by.name, time: printSeatTime(by.at) })]
      : []),
    ...coSponsorSentences(agreements, revision).map((sentence) => `${sentence}.`),
  ].join(' ')
}
