import { z } from 'zod'
import { changedOf, type Decision, decided, placesOf } from './join'
import type { Segment } from './weave'

/** What became of one amendment by these decisions; null where it changes nothing. */
export function outcomeOf(
  segments: readonly Segment[],
  decisions: readonly (Decision | null | undefined)[],
  id: string,
): 'accepted' | 'partly' | 'declined' | null {
  let [asked, taken] = [0, 0]
  changedOf(segments).forEach((segment, index) => {
    const own = segment.alternatives.find(({ by }) => by.includes(id))
    if (!own) return
    asked += 1
    if (decided(segment, decisions[index]) === own.text) taken += 1
  })
  if (asked === 0) return null
  return taken === asked ? 'accepted' : taken > 0 ? 'partly' : 'declined'
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
    const id = ids.find((one) => segment.alternatives.some(({ by }) => by.includes(one)))
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
    if (!('take' in decision)) return [{ at, base: segment.base, decision }]
    const taken = segment.alternatives[decision.take]
    return taken ? [{ at, base: segment.base, decision: { take: taken.text } }] : []
  })
}

/**
 * The stored decisions beside the changes of this weave. One whose words now belong to another change,
 * or whose alternative nobody asks for any more, is open again: null.
 */
export function recall(segments: readonly Segment[], remembered: Remembered): (Decision | null)[] {
  return placesOf(segments).map(({ at, segment }) => {
    const known = remembered.find((one) => one.at === at && one.base === segment.base)?.decision
    if (!known || !('take' in known)) return known ?? null
    const take = segment.alternatives.findIndex(({ text }) => text === known.take)
    return take < 0 ? null : { take }
  })
}
