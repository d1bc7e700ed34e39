/** What a person has seen of a proposal: the last look, and what the visit before had seen. */
export type Visit = {
  visitedAt: Date
  revisionNumber: number
  sinceAt: Date
  sinceRevision: number
}

/** A look at a proposal: `earlier` is what the person had seen before it, null for whoever looks for the first time. */
export type Look = { at: Date; earlier: Visit | null }

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

/** Since when and which revision things are new to the person who looks; null where nothing is. */
export function newSince(look: Look, revision: number): { at: Date; revision: number } | null {
  if (!look.earlier) return null
  const { sinceAt, sinceRevision } = visitWith(look.earlier, { at: look.at, revision })
  return { at: sinceAt, revision: sinceRevision }
}
