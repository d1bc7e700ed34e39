import {
  carryProvenance,
  cut,
  isSame,
  joinRuns,
  type Provenance,
  type ProvenanceRun,
  type Source,
} from './provenance'
import type { Segment } from './weave'

/** A piece of a woven text that somebody wants otherwise. */
export type Changed = Extract<Segment, { kind: 'changed' }>

/**
 * The decision on one changed piece: an alternative taken, the base kept, own words, or a part taken: for each of its
 * smaller pieces the alternative there, or null for the base.
 */
export type Decision =
  | { take: number }
  | { keep: true }
  | { write: string }
  | { parts: readonly (number | null)[] }

/** The changed pieces of a woven text, in order: the first decision belongs to the first of them. */
export const changedOf = (segments: readonly Segment[]): Changed[] =>
  segments.filter((segment) => segment.kind === 'changed')

/** The changed pieces in order, each with its offset in the base. */
export function placesOf(segments: readonly Segment[]): { at: number; segment: Changed }[] {
  let at = 0
  return segments.flatMap((segment) => {
    const from = at
    at += segment.kind === 'kept' ? segment.text.length : segment.base.length
    return segment.kind === 'changed' ? [{ at: from, segment }] : []
  })
}

/**
 * The text that the decisions make of a weave. A piece keeps the base if it has no decision, or if its decision names a
 * missing alternative. Nothing else is added or lost.
 */
export function join(
  segments: readonly Segment[],
  decisions: readonly (Decision | null | undefined)[],
): string {
  let index = 0
  return segments
    .map((segment) =>
      segment.kind === 'kept' ? segment.text : decided(segment, decisions[index++]),
    )
    .join('')
}

/** A changed piece's text after a decision. */
export function decided(segment: Changed, decision: Decision | null | undefined): string {
  if (decision && 'write' in decision) return decision.write
  if (decision && 'take' in decision)
    return segment.alternatives[decision.take]?.text ?? segment.base
  if (decision && 'parts' in decision && segment.parts)
    return join(segment.parts, decision.parts.map(partDecision))
  return segment.base
}

/** The choice for one smaller piece, as a decision about it. */
const partDecision = (take: number | null): Decision => (take === null ? { keep: true } : { take })

/** The decision as decisions about each smaller piece; null if there are no smaller pieces, or own words. */
export function partsDecided(
  { alternatives, parts }: Changed,
  decision: Decision | null | undefined,
): { parts: readonly Segment[]; decisions: Decision[] } | null {
  if (!parts || !decision || 'write' in decision) return null
  const within = changedOf(parts)
  if ('parts' in decision) return { parts, decisions: decision.parts.map(partDecision) }
  const hand = 'take' in decision ? alternatives[decision.take]?.by[0] : undefined
  const choices = within.map((part) =>
    part.alternatives.findIndex(({ by }) => hand !== undefined && by.includes(hand)),
  )
  return { parts, decisions: choices.map((take) => partDecision(take < 0 ? null : take)) }
}

/** The needs of `joinedProvenance` beside the decisions. */
type JoiningOf = {
  /** The origin of the base's words. */
  base: Provenance
  /** The number that the joined text will have as a revision. */
  revision: number
  locale: string
  /** The names behind an amendment, as readers see them; by default its id. */
  namesOf?: (id: string) => string | readonly string[]
}

/**
 * The source of each run of words of the joined text. Words of the base keep their source, also inside an alternative;
 * only real insertions of an amendment are its own. The joining hand's words are compared with the base and with every
 * alternative first, so that words taken over from an amendment stay that amendment's.
 */
export function joinedProvenance(
  segments: readonly Segment[],
  decisions: readonly (Decision | null | undefined)[],
  joining: JoiningOf,
): Provenance {
  const runs: ProvenanceRun[] = []
  let [index, at] = [0, 0]
  for (const segment of segments) {
    const length = segment.kind === 'kept' ? segment.text.length : segment.base.length
    const baseRuns = cut(joining.base, at, at + length)
    at += length
    if (segment.kind === 'kept') runs.push(...baseRuns)
    else runs.push(...changedProvenance(segment, baseRuns, decisions[index++], joining))
  }
  return joinRuns(runs)
}

function changedProvenance(
  segment: Changed,
  baseRuns: Provenance,
  decision: Decision | null | undefined,
  joining: JoiningOf,
): Provenance {
  const { revision, locale, namesOf = (id) => id } = joining
  const within = partsDecided(segment, decision)
  if (within)
    return joinedProvenance(within.parts, within.decisions, { ...joining, base: baseRuns })
  const ofAlternative = ({ text, by }: Changed['alternatives'][number]): Provenance =>
    carryProvenance(segment.base, baseRuns, text, amendmentBy(by, namesOf), locale)
  if (decision && 'take' in decision) {
    const alternative = segment.alternatives[decision.take]
    return alternative ? ofAlternative(alternative) : baseRuns
  }
  if (!decision || !('write' in decision)) return baseRuns
  const writer: Source = { kind: 'revision', number: revision }
  let provenance = carryProvenance(segment.base, baseRuns, decision.write, writer, locale)
  for (const alternative of segment.alternatives) {
    const alternativeRuns = ofAlternative(alternative)
    const carried = carryProvenance(
      alternative.text,
      alternativeRuns,
      decision.write,
      writer,
      locale,
    )
    provenance = filledIn(decision.write, provenance, writer, carried)
  }
  return provenance
}

const amendmentBy = (
  by: readonly string[],
  namesOf: NonNullable<JoiningOf['namesOf']>,
): Source => ({
  kind: 'amendment',
  id: by[0]!,
  ...(by.length > 1 && { also: by.slice(1) }),
  by: [...new Set(by.flatMap(namesOf))],
})

const HAS_WORD = /[\p{L}\p{N}]/u

/** The runs with the words of `open` given to the sources of the other runs; a mere space stays where it is. */
function filledIn(
  text: string,
  runs: Provenance,
  open: Source,
  alternative: Provenance,
): Provenance {
  let at = 0
  return joinRuns(
    runs.flatMap((run) => {
      const from = at
      at += run.length
      if (!isSame(run.source, open)) return [run]
      let end = from
      return cut(alternative, from, at).map((piece) => {
        end += piece.length
        return HAS_WORD.test(text.slice(end - piece.length, end))
          ? piece
          : { ...piece, source: open }
      })
    }),
  )
}
