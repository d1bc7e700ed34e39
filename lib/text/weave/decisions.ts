import { z } from 'zod'
import { type Changed, changedOf, type Decision, decided, partsDecided, placesOf } from './join'
import type { Segment } from './weave'

/** The fate of one amendment by these decisions; null if it changes nothing. */
export function outcomeOf(
  segments: readonly Segment[],
  decisions: readonly (Decision | null | undefined)[],
  id: string,
): 'accepted' | 'partly' | 'declined' | null {
  let [changeCount, takenCount, isPartly] = [0, 0, false]
  changedOf(segments).forEach((segment, index) => {
    const alternative = segment.alternatives.find(({ by }) => by.includes(id))
    if (!alternative) return
    changeCount += 1
    if (decided(segment, decisions[index]) === alternative.text) takenCount += 1
    else if (takesPartOf(segment, decisions[index], id)) isPartly = true
  })
  if (changeCount === 0) return null
  return takenCount === changeCount
    ? 'accepted'
    : takenCount > 0 || isPartly
      ? 'partly'
      : 'declined'
}

/** Whether a decision takes some of the words that an amendment asks for at this piece, and not all. */
export function takesPartOf(
  segment: Changed,
  decision: Decision | null | undefined,
  id: string,
): boolean {
  const alternative = segment.alternatives.find(({ by }) => by.includes(id))
  const within = partsDecided(segment, decision)
  if (!alternative || !within || decided(segment, decision) === alternative.text) return false
  return changedOf(within.parts).some((part, index) => {
    const partAlternative = part.alternatives.find(({ by }) => by.includes(id))
    return (
      partAlternative !== undefined &&
      decided(part, within.decisions[index]) === partAlternative.text
    )
  })
}

/**
 * The decisions with every change of these amendments taken, or kept out. Of two that collide the first one named is
 * taken. Decisions about other changes stay.
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
    const alternative = segment.alternatives[decision.take]
    return alternative ? [{ at, base, decision: { take: alternative.text } }] : []
  })
}

/**
 * The stored decisions beside the changes of this weave. A decision is open again (null) if its words now belong to
 * another change, or if nobody asks for its alternative any more.
 */
export function recall(segments: readonly Segment[], remembered: Remembered): (Decision | null)[] {
  return placesOf(segments).map(({ at, segment }) => {
    const decision = remembered.find(
      (entry) => entry.at === at && entry.base === segment.base,
    )?.decision
    return decision ? recalled(segment, decision) : null
  })
}

/** A stored decision about this piece, or null if it is no longer possible. */
export function recalled(
  { alternatives, parts }: Changed,
  decision: Remembered[number]['decision'],
): Decision | null {
  if ('take' in decision) {
    const take = alternatives.findIndex(({ text }) => text === decision.take)
    return take < 0 ? null : { take }
  }
  if (!('parts' in decision)) return decision
  const within = changedOf(parts ?? [])
  const choices = within.map((part, index) =>
    part.alternatives.findIndex(({ text }) => text === decision.parts[index]),
  )
  const isWhole =
    within.length === decision.parts.length &&
    choices.every((take, index) => take >= 0 || decision.parts[index] === null)
  return isWhole ? { parts: choices.map((take) => (take < 0 ? null : take)) } : null
}
