import type { TextDocument } from '@/lib/text/document/document'
import {
  decideFor,
  outcomeOf,
  recall,
  recalled,
  type Remembered,
  remember,
  takesPartOf,
} from '@/lib/text/weave/decisions'
import { type Changed, changedOf, type Decision, join } from '@/lib/text/weave/join'
import { toMarked } from '@/lib/text/document/marked'
import { choicesOf } from '@/lib/text/weave/choices'
import type { Amended, Segment } from '@/lib/text/weave/weave'
import { type AmendmentLabel, carryAll } from '@/lib/amendments/carried'

/** An amendment that waits for an answer: released, not withdrawn, in no revision decided about. */
export type ActiveAmendment = {
  id: string
  number: number
  revisionNumber: number
  /** The text on which it was made. */
  baseBody: TextDocument
  body: TextDocument
  reason: string
  releasedAt: Date
  /** The delegation that suggested it first, then those that joined it. */
  by: string[]
}

/** An amendment at the desk, carried over to the text that is revised now. */
export type DeskAmendment = Omit<ActiveAmendment, 'baseBody' | 'body' | 'releasedAt'> & {
  label: AmendmentLabel
}

/** All active amendments over the text that is revised, as choices (lib/text/weave/choices.ts); marked strings. */
export type Desk = { base: string; amendments: DeskAmendment[]; segments: Segment[] }

/**
 * The desk for the text that is revised and the amendments that stand; each amendment first carried over to that text.
 * An amendment without a place in it any more is reported, and changes nothing.
 */
export function deskOf(
  revision: { number: number; body: TextDocument },
  active: readonly ActiveAmendment[],
  language: string,
): Desk {
  const base = toMarked(revision.body)
  const bodies = new Map(active.map((amendment) => [amendment.revisionNumber, amendment.baseBody]))
  bodies.set(revision.number, revision.body)
  const carried = carryAll({ bodies, current: revision.number, language }, active)
  const texts: Amended[] = []
  const amendments = active.map(({ id, number, revisionNumber, reason, by }, index) => {
    const { label, text } = carried[index]!
    if (text !== null) texts.push({ id, text })
    return { id, number, revisionNumber, reason, by, label }
  })
  return { base, amendments, segments: choicesOf(base, texts, language) }
}

/** The state of a desk for those at it: the saved version, by whom, and who else is there. */
export type AtDesk = {
  version: number
  savedBy: string
  present: { id: string; name: string }[]
}

/** The key of the amendments that a loaded desk shows: names these amendments and no others. */
export const seenOf = (active: readonly { number: number }[]): string =>
  active.map(({ number }) => number).join('.')

type Decisions = readonly (Decision | null | undefined)[]

/** The number of undecided changes. */
export const openChanges = (segments: readonly Segment[], decisions: Decisions): number =>
  changedOf(segments).filter((_, index) => !decisions[index]).length

/**
 * The fate of an amendment: null if it changes nothing, `open` while one of its changes is not decided, for then it
 * stays for the next revision.
 */
export function fateOf(
  segments: readonly Segment[],
  decisions: Decisions,
  id: string,
): 'accepted' | 'partly' | 'declined' | 'open' | null {
  const isOpen = changedOf(segments).some(
    ({ alternatives }, index) =>
      !decisions[index] && alternatives.some(({ by }) => by.includes(id)),
  )
  return isOpen ? 'open' : outcomeOf(segments, decisions, id)
}

/** The fate of an amendment; of an open one also what its decided changes come to, and how many are open. */
export type FateView = {
  fate: ReturnType<typeof fateOf>
  so: 'none' | 'accepted' | 'declined'
  open: number
}

export function fateViewOf(
  segments: readonly Segment[],
  decisions: Decisions,
  id: string,
): FateView {
  const own = changedOf(segments).flatMap((segment, index) =>
    segment.alternatives.some(({ by }) => by.includes(id)) ? [decisions[index] ?? null] : [],
  )
  const open = own.filter((decision) => decision === null).length
  const isUntouched = open === own.length
  const takesNone = outcomeOf(segments, decisions, id) === 'declined'
  const so = isUntouched ? 'none' : takesNone ? 'declined' : 'accepted'
  return { fate: fateOf(segments, decisions, id), so, open }
}

/** Two people's decisions about one desk, each begun on `before`. */
export type Meeting = { before: Decisions; mine: Decisions; theirs: Decisions }

const isSame = (first: Decision | null | undefined, second: Decision | null | undefined): boolean =>
  JSON.stringify(first ?? null) === JSON.stringify(second ?? null)

/**
 * Merges both: a decision of only one of them is taken, and if they differ, mine stands and its place is in
 * `differing`.
 */
export function together({ before, mine, theirs }: Meeting): {
  decisions: (Decision | null)[]
  differing: number[]
} {
  const length = Math.max(before.length, mine.length, theirs.length)
  const places = Array.from({ length }, (_, index) => index)
  const differing = places.filter(
    (index) =>
      !isSame(mine[index], theirs[index]) &&
      !isSame(mine[index], before[index]) &&
      !isSame(theirs[index], before[index]),
  )
  const decisions = places.map((index) =>
    isSame(mine[index], before[index]) ? (theirs[index] ?? null) : (mine[index] ?? null),
  )
  return { decisions, differing }
}

/** The text that the decisions make, as a marked string. */
export const textOf = (
  { segments }: { segments: readonly Segment[] },
  decisions: Decisions,
): string => join(segments, decisions)

/** The kept decisions with every change that these amendments ask for taken, or left as it stands. */
export const decidedFor = (
  { segments }: Pick<Desk, 'segments'>,
  remembered: Remembered,
  ids: readonly string[],
  how: 'take' | 'keep',
): Remembered => remember(segments, decideFor(segments, recall(segments, remembered), ids, how))

/**
 * Decisions about an earlier revision, matched to the changes of this one: by the words of the change and of the taken
 * alternative, at any place now. The others are open again.
 */
export function recallMoved(
  segments: readonly Segment[],
  remembered: Remembered,
): (Decision | null)[] {
  const pool = [...remembered]
  return changedOf(segments).map((changed) => {
    const place = pool.findIndex(
      (recent) => recent.base === changed.base && recalled(changed, recent.decision) !== null,
    )
    const [match] = place < 0 ? [] : pool.splice(place, 1)
    return match ? recalled(changed, match.decision) : null
  })
}

/** The amendments of which these decisions take a part at a place without the rest that they ask for there. */
export const takenInPart = (
  segments: readonly Segment[],
  decisions: Decisions,
  amendments: readonly DeskAmendment[],
): DeskAmendment[] =>
  amendments.filter(({ id }) =>
    changedOf(segments).some((changed, index) => takesPartOf(changed, decisions[index], id)),
  )

/** The States that ask for a change at a place, each once. */
export const statesAt = (
  { alternatives }: Changed,
  amendments: ReadonlyMap<string, DeskAmendment>,
): string[] => [
  ...new Set(alternatives.flatMap(({ by }) => by).map((id) => amendments.get(id)?.by[0] ?? '')),
]

/** The author of the suggestion, with its number. */
export const askedBy = (amendment: DeskAmendment | undefined): string =>
  amendment ? `${amendment.by.join(', ')} (${amendment.number})` : ''
