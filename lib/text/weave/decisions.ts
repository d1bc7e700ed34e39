import { z } from 'zod'
import { type Changed, changedOf, type Decision, decided, partsDecided, placesOf } from './join'
import type { Segment } from './weave'

/** What became of one amendment by these decisions; null where it changes nothing. */
export function outcomeOf(
  segments: readonly Segment[],
  decisions: readonly (Decision | null | undefined)[],
  id: string,
): 'accepted' | 'partly' | 'declined' | null {
  let [asked, taken, isPartly] = [0, 0, false]
  changedOf(segments).forEach((segment, index) => {
    const own = segment.alternatives.find(({ by }) => by.includes(id))
    if (!own) return
    asked += 1
    if (decided(segment, decisions[index]) === own.text) taken += 1
    else if (takesPartOf(segment, decisions[index], id)) isPartly = true
  })
  if (asked === 0) return null
  return taken === asked ? 'accepted' : taken > 0 || isPartly ? 'partly' : 'declined'
}

/** Whether a decision takes some of the words that an amendment asks for at this piece, and not all. */
export function takesPartOf(
  segment: Changed,
  decision: Decision | null | undefined,
  id: string,
): boolean {
  const own = segment.alternatives.find(({ by }) => by.includes(id))
  const within = partsDecided(segment, decision)
  if (!own || !within || decided(segment, decision) === own.text) return false
  return changedOf(within.parts).some((part, index) => {
    const wanted = part.alternatives.find(({ by }) => by.includes(id))
    return wanted !== undefined && decided(part, within.decisions[index]) === wanted.text
  })
}

/**
 * The decisions with every change that one of these amendments asks for taken, or kept out. Of two that
 * collide the first one named is taken. What was decided about other changes stays.
 */
export function decideFor(
  segments: readonly Segment[],
  decisions: readonly (Decision | null | undefined)[],
  ids: readonly string[],
  how: 'take' | 'keep',
): (Decision | null)[] {
  return changedOf(segments).map((segment, index) => {
    const id = ids.find((id) => segment.alternatives.some(({ by }) => by.includes(id)))
    if (id === undefined) return decisions[index] ?? null
    if (how === 'keep') return { keep: true }
    return { take: segment.alternatives.findIndex(({ by }) => by.includes(id)) }
  })
}

/** Decisions as a desk keeps them: they name the words, for amendments may come and go meanwhile. */
export const rememberedSchema = z.array(
  z.strictObject({
    at: z.int().nonnegative(),
    base: z.string(),
    decision: z.union([
      z.strictObject({ take: z.string() }),
      z.strictObject({ keep: z.literal(true) }),
      z.strictObject({ write: z.string() }),
      z.strictObject({ parts: z.array(z.string().nullable()) }),
    ]),
  }),
)
export type Remembered = z.infer<typeof rememberedSchema>

/** The decisions in the form in which they are stored (`Joining.decisions`). */
export function remember(
  segments: readonly Segment[],
  decisions: readonly (Decision | null | undefined)[],
): Remembered {
  return placesOf(segments).flatMap(({ at, segment }, index): Remembered => {
    const decision = decisions[index]
    if (!decision) return []
    const { base } = segment
    if ('parts' in decision) {
      const within = changedOf(segment.parts ?? [])
      const parts = within.map(
        (part, index) => part.alternatives[decision.parts[index] ?? -1]?.text,
      )
      return [{ at, base, decision: { parts: parts.map((text) => text ?? null) } }]
    }
    if (!('take' in decision)) return [{ at, base, decision }]
    const taken = segment.alternatives[decision.take]
    return taken ? [{ at, base, decision: { take: taken.text } }] : []
  })
}

/**
 * The stored decisions beside the changes of this weave. One whose words now belong to another change,
 * or whose alternative nobody asks for any more, is open again: null.
 */
export function recall(segments: readonly Segment[], remembered: Remembered): (Decision | null)[] {
  return placesOf(segments).map(({ at, segment }) => {
    const known = remembered.find(
      (entry) => entry.at === at && entry.base === segment.base,
    )?.decision
    return known ? recalled(segment, known) : null
  })
}

/** A stored decision about this piece, or null where it can't be made any more. */
export function recalled(
  { alternatives, parts }: Changed,
  known: Remembered[number]['decision'],
): Decision | null {
  if ('take' in known) {
    const take = alternatives.findIndex(({ text }) => text === known.take)
    return take < 0 ? null : { take }
  }
  if (!('parts' in known)) return known
  const within = changedOf(parts ?? [])
  const takes = within.map((part, index) =>
    part.alternatives.findIndex(({ text }) => text === known.parts[index]),
  )
  const isWhole =
    within.length === known.parts.length &&
    takes.every((take, index) => take >= 0 || known.parts[index] === null)
  return isWhole ? { parts: takes.map((take) => (take < 0 ? null : take)) } : null
}
