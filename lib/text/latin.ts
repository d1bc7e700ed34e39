const LATIN = ['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies']

/**
 * The word after the number of a version under negotiation: none after the first, then bis, ter, quater … octies, and
 * "alt 9" from the ninth on.
 */
export const latinOf = (version: number): string =>
  version < 2 ? '' : (LATIN[version - 2] ?? `alt ${version}`)
