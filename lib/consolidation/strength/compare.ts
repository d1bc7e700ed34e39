import { type Strength, strength } from './strength'

/** The weakest and the strongest verb among texts. */
export type StrengthsApart = { weakest: Strength; strongest: Strength }

/**
 * How far the verbs of texts that are to be joined stand apart; null where they ask alike. A text
 * without a known verb says nothing here.
 */
export function strengthsApart(texts: readonly string[]): StrengthsApart | null {
  const known = texts.flatMap((text) => strength(text) ?? [])
  const weakest = known.reduce<Strength>((least, one) => (one < least ? one : least), 5)
  const strongest = known.reduce<Strength>((most, one) => (one > most ? one : most), 1)
  return weakest < strongest ? { weakest, strongest } : null
}
