import { type Strength, strength } from './strength'

/** The weakest and the strongest verb among texts. */
export type StrengthsApart = { weakest: Strength; strongest: Strength }

/** The number of steps from which the verbs of texts ask for different things. */
const APART = 2

/**
 * The distance between the verbs of texts to be joined; null if they are the same or neighbours. A text without a known
 * verb does not count.
 */
export function strengthsApart(texts: readonly string[]): StrengthsApart | null {
  const strengths = texts.flatMap((text) => strength(text) ?? [])
  const weakest = strengths.reduce<Strength>((least, step) => (step < least ? step : least), 5)
  const strongest = strengths.reduce<Strength>((most, step) => (step > most ? step : most), 1)
  return strongest - weakest >= APART ? { weakest, strongest } : null
}
