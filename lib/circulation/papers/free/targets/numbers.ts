import { folded } from '@/lib/circulation/forms/reading/recognize'
import { oneLine } from '@/lib/text/one-line'
import type { ListNames } from './list-names'
import { only } from './matching'
import { referencesIn } from '../references'
import type { Context, Guess, Named } from './target'

/** Beside a number, words for another text than the circulated lists: "agenda item 2", "paragraph 5 of resolution 74/173". */
const BEFORE_OTHER_TEXT = /\b(?:agenda|articles?|rules?|sections?|chapters?)\s*$/iu
const OF_OTHER_TEXT =
  /^\s*(?:of|de|del|du)\b[^.;\n]{0,60}\b(?:resolution|convention|protocol|treaty|charter|declaration|decision|agenda|workplan|résolution|resolución|décision|decisión|convención)\b/iu

/** The numbers of circulated items and headings, by which a paper refers to them. */
export function numberIndex(targets: Pick<Named, 'items' | 'headings'>, { listIn }: ListNames) {
  /** The target of one reference, within the present list and heading. */
  function byReference(text: string, context: Context): Guess | null {
    const listId = listIn(text) ?? context.listId
    for (const { isNamed, number, letter } of referencesIn(text)) {
      if (!isNamed) continue
      const guess = numbered(number, letter, listId, context)
      if (guess) return guess
    }
    return null
  }

  /** Whether a text names a number that several lists have, and does not say which list. */
  function isAmbiguous(text: string, context: Context): boolean {
    const listId = listIn(text) ?? context.listId
    return referencesIn(text).some(({ isNamed, number, letter }) => {
      const items = targets.items.filter(
        (item) =>
          item.paragraph === number &&
          item.letter === letter &&
          (listId === null || item.listId === listId),
      )
      return isNamed && items.length > 1
    })
  }

  /** The first number in a text that names an item or a heading, where no list has one of that number; as it is written. */
  function unknownIn(text: string, context: Context): string | null {
    const listId = listIn(text) ?? context.listId
    for (const { isNamed, number, letter, index, written } of referencesIn(text)) {
      if (!isNamed) continue
      if (BEFORE_OTHER_TEXT.test(text.slice(0, index))) continue
      if (OF_OTHER_TEXT.test(text.slice(index + written.length))) continue
      if (!isNumbered(number, letter, listId)) return written.trim()
    }
    return null
  }

  /** Whether a list has an item or a heading of this number; without a letter, also a paragraph with lettered items. */
  function isNumbered(number: number, letter: string | null, listId: string | null): boolean {
    const isIn = (target: { listId: string }) => listId === null || target.listId === listId
    const printed = folded(letter ? `${number} (${letter})` : String(number))
    return (
      targets.items.some(
        (item) =>
          isIn(item) &&
          ((item.paragraph === number && (letter === null || item.letter === letter)) ||
            ` ${folded(item.importedNumber ?? '')} `.startsWith(` ${printed} `)),
      ) ||
      (letter === null &&
        targets.headings.some((heading) => isIn(heading) && heading.paragraph === number))
    )
  }

  function numbered(
    number: number,
    letter: string | null,
    listId: string | null,
    context: Context,
  ): Guess | null {
    const inList = targets.items.filter((item) => listId === null || item.listId === listId)
    const printed = letter ? `${number} (${letter})` : String(number)
    const matches = inList.filter(
      ({ paragraph, letter: itemLetter }) =>
        paragraph === number && (itemLetter ?? null) === letter,
    )
    const imported = inList.filter(
      ({ importedNumber }) => importedNumber && folded(importedNumber) === folded(printed),
    )
    const item =
      only(matches) ??
      only(imported) ??
      only(matches.filter(({ headingId }) => headingId === context.headingId))
    if (item) return { at: { target: 'item', id: item.id }, why: 'byNumber' }
    if (letter || matches.length + imported.length > 0) return null
    const heading = only(
      targets.headings.filter(
        (candidate) =>
          candidate.paragraph === number && (listId === null || candidate.listId === listId),
      ),
    )
    return heading && { at: { target: 'heading', id: heading.id }, why: 'byNumber' }
  }

  return {
    isAmbiguous,
    unknownIn,
    /** The target of a reference, a cell or a line: a number with its letter, or a number after a word for it. */
    byReference,
    /** The same for the bare number of a cell that holds nothing else. */
    byBareNumber: (cell: string, context: Context): Guess | null => {
      const bare = bareNumber(cell)
      return bare === null ? null : numbered(bare, null, listIn(cell) ?? context.listId, context)
    },
    unknownInCell: (cell: string, context: Context): string | null => {
      const bare = bareNumber(cell)
      const isUnknown = bare !== null && !isNumbered(bare, null, listIn(cell) ?? context.listId)
      return unknownIn(cell, context) ?? (isUnknown ? oneLine(cell) : null)
    },
  }
}

/** The number of a cell that holds nothing else. */
function bareNumber(cell: string): number | null {
  const bare = /^\D{0,20}?(\d{1,3})\D?$/.exec(oneLine(cell))
  return bare && !/[a-z]\)/i.test(cell) ? Number(bare[1]) : null
}
