import type { DeskHeading } from './desk-view'

/** How many items of the consolidated list one page of the desk shows. */
export const LIST_PAGE = 50

export type PageOfList = { page: number; pages: number; headings: DeskHeading[] }

/**
 * One page of the list: its items in their order under their headings, which are named again where a
 * page begins among their items. An empty heading stands on the page where it would begin. `under` asks
 * for the page on which a heading begins.
 */
export function pageOfList(
  { headings }: { headings: readonly DeskHeading[] },
  page: number,
  under = '',
): PageOfList {
  const starts: number[] = []
  let count = 0
  for (const { items } of headings) {
    starts.push(count)
    count += items.length
  }
  const pages = Math.max(1, Math.ceil(count / LIST_PAGE))
  const asked = headings.findIndex(({ id }) => id === under)
  const wanted = asked < 0 ? page : 1 + Math.floor(starts[asked]! / LIST_PAGE)
  const shown = Math.min(Math.max(1, wanted), pages)
  const from = (shown - 1) * LIST_PAGE
  const until = from + LIST_PAGE
  return {
    page: shown,
    pages,
    headings: headings.flatMap((heading, index) => {
      const start = starts[index]!
      const items = heading.items.slice(Math.max(0, from - start), Math.max(0, until - start))
      const isHere = items.length > 0 || (start >= from && (start < until || shown === pages))
      return isHere ? [{ ...heading, items }] : []
    }),
  }
}
