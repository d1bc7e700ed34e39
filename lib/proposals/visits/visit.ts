/** A person's visits to a proposal: the last look, and the state of the visit before. */
export type Visit = {
  visitedAt: Date
  revisionNumber: number
  sinceAt: Date
  sinceRevision: number
}

/** A look at a proposal: `earlier` is the person's visit before it, null at the first look. */
export type Look = { at: Date; earlier: Visit | null }

/** Looks within this time are one visit. */
const ONE_VISIT = 30 * 60_000

/**
 * The visit with one more look at this moment and revision. News since the visit before stays new while this visit
 * lasts; a revision that came meanwhile begins a new visit. A first look has no news.
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

/** The time and revision since which things are new to the reader; null if nothing is new. */
export function newSince(look: Look, revision: number): { at: Date; revision: number } | null {
  if (!look.earlier) return null
  const { sinceAt, sinceRevision } = visitWith(look.earlier, { at: look.at, revision })
  return { at: sinceAt, revision: sinceRevision }
}
