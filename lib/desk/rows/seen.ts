import type { DeskSession } from '@/lib/desk/desk-view'
import type { DeskProposal } from '@/lib/desk/facts'
import { paths } from '@/lib/paths'
import { type DerivedRow, row } from './row'

/** A proposal as one person sees it from their desk. */
export type Seen = {
  proposal: DeskProposal
  /** The session's periods, if the person has a place or an office there. */
  session: DeskSession | null
  /** The person's delegation at that session. */
  ownId: string | null
  /** Whether the person may submit for it. */
  maySubmit: boolean
  /** Events after this moment are new to the person. */
  seenAt: Date
  withdrawn: boolean
}

/** The State that answers for the text: the author, or the State that took the proposal over. */
export const speakerOf = ({ takenOver, ...author }: Seen['proposal']) => takenOver ?? author

/** Facts of every row on a proposal. */
export const about = ({ proposal }: Seen) => ({
  session: proposal.session,
  proposal: { id: proposal.id, number: proposal.number, revision: proposal.currentNumber },
})

/** The names without repetition, in English alphabetical order. */
export const namesOf = (holders: readonly { name: string }[]): string[] =>
  [...new Set(holders.map(({ name }) => name))].toSorted((a, b) => a.localeCompare(b, 'en'))

/** The latest of these moments; there is at least one. */
export const latest = (events: readonly { at: Date }[]): Date =>
  new Date(Math.max(...events.map(({ at }) => at.getTime())))

/** The withdrawal of a suggested change of the person's concern. */
export const changeWithdrawn = (
  view: Seen,
  { name, number, at }: { name: string; number: number; at: Date },
): DerivedRow =>
  row('changeWithdrawn', `${view.proposal.id}:${number}`, {
    ...about(view),
    group: 'information',
    states: [name],
    values: { amendment: number },
    href: paths.amendment(view.proposal.session.slug, view.proposal.number, number),
    at,
  })
