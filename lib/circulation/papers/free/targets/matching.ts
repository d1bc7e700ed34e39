/** The candidate, if there is one alone; several are as good as none. */
export const only = <T>(candidates: readonly T[]): T | null =>
  candidates.length === 1 ? candidates[0]! : null
