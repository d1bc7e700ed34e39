import { LIST_PAGE } from '@/lib/consolidation/page-size'

/** The items of a list that one page shows: `LIST_PAGE` from `from` on, counted over all headings from 0. */
type PageOfList<Heading> = {
  page: number
  pages: number
  from: number
  /** The headings that this page names. */
  headings: Heading[]
}

/**
 * One page of the list: its items in their order under their headings, which are repeated if a page begins among their
 * items. An empty heading stands on the page where it would begin. `under` asks for the page on which a heading begins.
 */
export function pageOfList<Heading extends { id: string; count: number }>(
  headings: readonly Heading[],
  page: number,
  under = '',
): PageOfList<Heading> {
  const starts: number[] = []
  let total = 0
  for (const { count } of headings) {
    starts.push(total)
    total += count
  }
  const pages = Math.max(1, Math.ceil(total / LIST_PAGE))
  const headingIndex = headings.findIndex(({ id }) => id === under)
  const wantedPage = headingIndex < 0 ? page : 1 + Math.floor(starts[headingIndex]! / LIST_PAGE)
  const shownPage = Math.min(Math.max(1, wantedPage), pages)
  const from = (shownPage - 1) * LIST_PAGE
  const until = from + LIST_PAGE
  return {
    page: shownPage,
    pages,
    from,
    headings: headings.filter(({ count }, index) => {
      const start = starts[index]!
      if (count > 0) return start < until && start + count > from
      return start >= from && (start < until || shownPage === pages)
    }),
  }
}
