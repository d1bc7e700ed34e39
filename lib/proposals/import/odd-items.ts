import { faultOfLanguage } from '@/lib/text/language'
import { isSameTitle } from '@/lib/text/line'
import type { StoredItem } from './schema'

/** Lines whose text does not look like their language. */
export const otherLanguages = (
  items: readonly Pick<StoredItem, 'line' | 'language' | 'text'>[],
): { line: number; language: string }[] =>
  items
    .filter(({ text, language }) => faultOfLanguage(text, language))
    .map(({ line, language }) => ({ line, language }))

/** Headings that differ from an earlier one in capital letters alone: the list would get both. */
export function twinHeadings(
  items: readonly Pick<StoredItem, 'heading'>[],
): { heading: string; first: string }[] {
  const headings = [...new Set(items.map(({ heading }) => heading))]
  return headings.flatMap((heading, index) => {
    const first = headings.slice(0, index).find((earlier) => isSameTitle(earlier, heading))
    return first ? [{ heading, first }] : []
  })
}
