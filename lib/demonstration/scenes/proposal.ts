import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import type { ProposalKind } from '@/lib/proposals/kinds'
import type { DemonstrationDissociation } from './proposals/group-of-states'
import type { Locale } from '@/lib/text/locales'
import type { CastDelegationKey } from '@/lib/demonstration/cast'

/** A comment of the demonstration; `answers` is the index of an earlier comment in the same list. */
export type DemonstrationComment = {
  by: CastDelegationKey
  /** General unless it is said. */
  category?: CommentCategory
  position: CommentPosition
  text: string
  /** Words of the latest revision's text. */
  passage?: string
  answers?: number
}

/** A suggested change to the latest revision: words of its text, and their replacement. */
export type DemonstrationAmendment = {
  by: CastDelegationKey
  changes: readonly (readonly [words: string, instead: string])[]
  reason: string
  joinedBy?: readonly CastDelegationKey[]
  answers?: readonly { by: CastDelegationKey; text: string }[]
}

/** A proposal of the demonstration, in the order of submission. Every State in it is invented. */
export type DemonstrationProposal = {
  by: CastDelegationKey
  agenda: string
  kind: ProposalKind
  language: Locale
  revisions: readonly { text: string; reason?: string; explanation?: string }[]
  coSponsors?: readonly CastDelegationKey[]
  comments?: readonly DemonstrationComment[]
  amendments?: readonly DemonstrationAmendment[]
  /** Why its author withdrew it. */
  withdrawn?: string
  /** Its submission on behalf of the Group of Coastal States, and the dissociations. */
  forCoastalStates?: { dissociations: readonly DemonstrationDissociation[] }
}

/**
 * The revision to which a co-sponsor agreed last: of a text that was revised the present one, but for the
 * last co-sponsor, which has not confirmed it yet.
 */
export function agreedRevision(
  { coSponsors = [], revisions }: Pick<DemonstrationProposal, 'coSponsors' | 'revisions'>,
  coSponsor: CastDelegationKey,
): number {
  const isLast = coSponsors.length > 1 && coSponsors.at(-1) === coSponsor
  return isLast ? 1 : revisions.length
}
