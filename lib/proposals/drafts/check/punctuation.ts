/** A list item that a text holds as a paragraph: "(a)", "(iv)", "3." and the following words. */
type ListItem = { marker: string; text: string }

const MARKER = /^(\((?:\p{Ll}{1,4}|\d{1,2})\)|\p{Ll}\)|\d{1,2}[.)])\s+(.*)$/u
const AFTER_SEMICOLON = /[;؛；:：](\s*(and|or|et|ou|y|o|и|или|و|أو|和|或|以及))?\s*,?$/u
const FULL_STOP = /[.。؟?!]["”»’)\]]*$/u

/** The runs of neighbouring paragraphs that are items of a list. */
function listsOf(paragraphs: readonly string[]): ListItem[][] {
  const lists: ListItem[][] = [[]]
  for (const paragraph of paragraphs) {
    const [, marker, text] = MARKER.exec(paragraph.trim()) ?? []
    if (marker && text !== undefined) lists.at(-1)!.push({ marker, text: text.trim() })
    else if (lists.at(-1)!.length > 0) lists.push([])
  }
  return lists.filter((list) => list.length > 1)
}

/** The right ending of the items of a list, and the items that end otherwise. */
type ListFault = { ends: 'semicolons' | 'stops'; items: string[] }

/**
 * The lists with inconsistent ends of items. The items of one list end with semicolons and the last with a full stop,
 * or all with full stops; the check asks for the nearer of the two.
 */
export function listFaults(paragraphs: readonly string[]): ListFault[] {
  return listsOf(paragraphs).flatMap((list) => {
    const last = list.length - 1
    const isEnd = (text: string, at: number) => at === last && FULL_STOP.test(text)
    const markersOf = (isFault: (text: string, at: number) => boolean) =>
      list.filter(({ text }, at) => isFault(text, at)).map(({ marker }) => marker)
    const notRunning = markersOf(
      (text, at) => !isEnd(text, at) && (at === last || !AFTER_SEMICOLON.test(text)),
    )
    const notStopped = markersOf((text) => !FULL_STOP.test(text) && !/[:：]$/.test(text))
    const [ends, items] =
      notStopped.length < notRunning.length
        ? (['stops', notStopped] as const)
        : (['semicolons', notRunning] as const)
    return items.length > 0 ? [{ ends, items: [...items] }] : []
  })
}

/** The first gap in the letters of a list: "(a)", then "(c)". */
export function letterGap(paragraphs: readonly string[]): { after: string; comes: string } | null {
  for (const list of listsOf(paragraphs)) {
    const letters = list.map(({ marker }) => /^\(?(\p{Ll})\)$/u.exec(marker)?.[1] ?? null)
    // Small Roman numerals look like letters; such lists are not judged.
    if (letters[0] !== 'a' || letters.some((letter) => letter === null)) continue
    for (const [at, letter] of letters.entries()) {
      const before = letters[at - 1]
      if (before && letter!.codePointAt(0) !== before.codePointAt(0)! + 1)
        return { after: list[at - 1]!.marker, comes: list[at]!.marker }
    }
  }
  return null
}

const PAIRS = [
  ['(', ')'],
  ['«', '»'],
  ['“', '”'],
  ['（', '）'],
  ['《', '》'],
] as const

/** The first sign of a pair that stands without the other. */
export function unpairedSign(paragraphs: readonly string[]): string | null {
  const text = paragraphs
    .map((paragraph) => paragraph.trim().replace(/^(\p{Ll}|\d{1,2})\)\s/u, ''))
    .join('\n')
  const count = (sign: string) => text.split(sign).length - 1
  for (const [open, close] of PAIRS) {
    if (count(open) > count(close)) return open
    if (count(close) > count(open)) return close
  }
  return null
}

/** Words with typewriter quotation marks or apostrophes, as they stand. */
export const straightQuotes = (text: string): string[] =>
  text.match(/\S*["']\S*/gu)?.map((word) => word.replace(/[.,;:]$/, '')) ?? []
