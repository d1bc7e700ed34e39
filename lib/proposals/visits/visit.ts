/** What a person has seen of a proposal: the last look, and what the visit before had seen. */
export type Visit = {
  visitedAt: Date
  revisionNumber: number
  sinceAt: Date
  sinceRevision: number
}

/** Looks within this time are one visit. */
const ONE_VISIT = 30 * 60_000

/**
 * The visit with one more look at this moment and revision. What is new since the visit before stays new for as long
 * as this one lasts; a revision that came meanwhile begins a new visit. Whoever looks first has nothing new.
 */
export function visitWith(
  earlier: Visit | null,
  { at, revision }: { at: Date; revision: number },
): Visit {
  if (!earlier)
    return { visitedAt: at, revisionNumber: revision, sinceAt: at, sinceRevision: revision }
  const goesOn =
    at.getTime() - earlier.visitedAt.getTime() < ONE_VISIT && earlier.revisionNumber >= revision
  const since = goesOn
    ? { sinceAt: earlier.sinceAt, sinceRevision: earlier.sinceRevision }
    : { sinceAt: earlier.visitedAt, sinceRevision: earlier.revisionNumber }
  return {
    ...since,
    visitedAt: at > earlier.visitedAt ? at : earlier.visitedAt,
    revisionNumber: Math.max(revision, earlier.revisionNumber),
  }
}
