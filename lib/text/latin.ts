const LATIN = ['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies']

/**
 * What stands after the number of a version under negotiation (domain.md 2.2): nothing after the first, then
 * bis, ter, quater … octies, and "alt 9" where there are still more.
 */
export const latinOf = (version: number): string =>
  version < 2 ? '' : (LATIN[version - 2] ?? `alt ${version}`)
