/** The place of a passage in a text: UTF-16 offsets, the end not included. */
export type Passage = { start: number; end: number }

/**
 * Finds every place at which the quoted words stand. White space counts as equal to any other, because a
 * selection on a page turns a paragraph's end into line feeds or spaces.
 */
export function placesOf(text: string, quoted: string): Passage[] {
  const words = quoted.trim().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return []
  const pattern = new RegExp(words.map(escapePattern).join('\\s+'), 'gu')
  const places: Passage[] = []
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    places.push({ start: match.index, end: match.index + match[0].length })
    pattern.lastIndex = match.index + 1
  }
  return places
}

/**
 * Finds the words that a comment quotes. Of several places it takes the nearest to the selection (`selectedAt`, a
 * UTF-16 offset); typed words that stand at several places are ambiguous.
 */
export function findPassage(
  text: string,
  quoted: string,
  selectedAt: number | null,
): Passage | 'absent' | 'ambiguous' {
  const places = placesOf(text, quoted)
  const [first, ...otherPlaces] = places
  if (!first) return 'absent'
  if (otherPlaces.length === 0) return first
  if (selectedAt === null) return 'ambiguous'
  const distance = ({ start }: Passage) => Math.abs(start - selectedAt)
  return places.reduce((nearest, place) => (distance(place) < distance(nearest) ? place : nearest))
}

/** A text as a pattern that matches it letter by letter, with any flags. */
export const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
