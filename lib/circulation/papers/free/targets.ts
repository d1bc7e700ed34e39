import { folded } from '@/lib/circulation/forms/reading/recognize'
import { oneLine } from '@/lib/text/one-line'
import { namesNumber, referencesIn, withoutReferences } from './references'

/** The possible target of a piece. */
export type PieceTarget =
  | { target: 'item' | 'heading' | 'list'; id: string }
  | { target: 'circulation' }

/** A circulated item as a paper may name it. */
export type NamedItem = {
  id: string
  headingId: string
  listId: string
  paragraph: number | null
  letter: string | null
  importedNumber: string | null
  text: string
}
type NamedHeading = { id: string; listId: string; title: string; paragraph: number | null }
/** `names` are a paper's words for the list: its year, its symbol. */
type NamedList = { id: string; names: string[] }

export type Named = { lists: NamedList[]; headings: NamedHeading[]; items: NamedItem[] }

/** Why a target was guessed; a key of the messages `papers.guesses`. */
export const guesses = [
  'byNumber',
  'byQuote',
  'byText',
  'byHeading',
  'byList',
  'byGeneral',
] as const
type GuessKey = (typeof guesses)[number]
export type Guess = { at: PieceTarget; why: GuessKey }

/** The present list and heading of a paper, from the places before. */
export type Context = { listId: string | null; headingId: string | null }

/** Beside a number, words for another text than the circulated lists: "agenda item 2", "paragraph 5 of resolution 74/173". */
const BEFORE_OTHER_TEXT = /\b(?:agenda|articles?|rules?|sections?|chapters?)\s*$/iu
const OF_OTHER_TEXT =
  /^\s*(?:of|de|del|du)\b[^.;\n]{0,60}\b(?:resolution|convention|protocol|treaty|charter|declaration|decision|agenda|workplan|résolution|resolución|décision|decisión|convención)\b/iu
const GENERAL =
  /^(?:\p{N}+ |[a-z] )?(?:general (?:comments?|remarks?|observations?)|comments? in general|general|observations generales|commentaires? generaux|remarques generales|comentarios generales|observaciones generales|общие (?:замечания|комментарии)|一般性?(?:意见|评论)|总体意见|(?:ملاحظات|تعليقات) عامه?ة?)$/u

/** The index by which references, quotations and headings of papers are found. */
export function targetIndex(targets: Named) {
  const texts = targets.items.map((item) => ({ item, text: folded(item.text) }))
  const titles = targets.headings.map((heading) => ({ heading, title: folded(heading.title) }))
  const lists = targets.lists.map(({ id, names }) => ({ id, names: names.map(mentionOf) }))
  const general: Guess = { at: { target: 'circulation' }, why: 'byGeneral' }

  /** The list that a text names best, by its year, symbol or session; null if it names none, or several equally. */
  function listIn(text: string): string | null {
    const counts = lists.map(({ id, names }) => ({
      id,
      count: names.filter((isMentioned) => isMentioned(text)).length,
    }))
    const most = Math.max(0, ...counts.map(({ count }) => count))
    return most === 0 ? null : (only(counts.filter(({ count }) => count === most))?.id ?? null)
  }

  const namePatterns = targets.lists
    .flatMap(({ names }) => names)
    .toSorted((a, b) => b.length - a.length)
    .map((name) => new RegExp(escaped(name), 'giu'))
  /** A line without the names, years and symbols of the lists. */
  const withoutNames = (line: string): string =>
    namePatterns.reduce((text, pattern) => text.replace(pattern, ' '), line)

  /** The number of words of a line without the lists that it names and the numbers of items. */
  const otherWords = (line: string): number =>
    folded(withoutReferences(withoutNames(line))).match(/\p{L}{2,}/gu)?.length ?? 0

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

  /** The item with the quoted words, or with its whole text in the piece. */
  function byWords(text: string): Guess | null {
    const quoted = quotations(text)
    const within = (words: string) =>
      only(
        texts.filter(
          (entry) => ` ${entry.text} `.includes(` ${words} `) || entry.text.includes(words),
        ),
      )
    for (const words of quoted) {
      const entry = within(words)
      if (entry) return { at: { target: 'item', id: entry.item.id }, why: 'byQuote' }
    }
    const whole = folded(text)
    const entry = only(
      texts.filter((candidate) => candidate.text.length >= 20 && whole.includes(candidate.text)),
    )
    return entry ? { at: { target: 'item', id: entry.item.id }, why: 'byText' } : null
  }

  /** The same for a cell that holds nothing but words of an item: they need no quotation marks. */
  const byExcerpt = (cell: string): Guess | null => byWords(cell) ?? byWords(`“${cell}”`)

  /** The heading that a line repeats, with or without its letter, or the list that it names and nothing else. */
  function byTitle(line: string, context: Context): Guess | null {
    const words = folded(withoutNames(line))
    if (words.length > 300) return null
    const matches = titles.filter(
      ({ title }) =>
        words === title || words.replace(/^\p{L} /u, '') === title.replace(/^\p{L} /u, ''),
    )
    const heading =
      only(matches) ??
      only(matches.filter((match) => match.heading.listId === (listIn(line) ?? context.listId)))
    if (heading) return { at: { target: 'heading', id: heading.heading.id }, why: 'byHeading' }
    if (GENERAL.test(words)) return general
    const listId = listIn(line)
    return listId && words.split(' ').length <= 4 && !namesNumber(withoutNames(line))
      ? { at: { target: 'list', id: listId }, why: 'byList' }
      : null
  }

  return {
    listIn,
    isAmbiguous,
    unknownIn,
    otherWords,
    byTitle,
    /** The target of a reference, a cell or a line: a number with its letter, or a number after a word for it. */
    byReference,
    byWords,
    byExcerpt,
    /** Whether a text equals the text of a circulated item. */
    isText: (text: string): boolean => texts.some((entry) => entry.text === folded(text)),
    /** The same for a cell that holds nothing but a reference: there a bare number is one. */
    byCell: (cell: string, context: Context): Guess | null => {
      const bare = bareNumber(cell)
      return (
        byReference(cell, context) ??
        (bare === null ? null : numbered(bare, null, listIn(cell) ?? context.listId, context)) ??
        byTitle(cell, context) ??
        byExcerpt(cell)
      )
    },
    unknownInCell: (cell: string, context: Context): string | null => {
      const bare = bareNumber(cell)
      const isUnknown = bare !== null && !isNumbered(bare, null, listIn(cell) ?? context.listId)
      return unknownIn(cell, context) ?? (isUnknown ? oneLine(cell) : null)
    },
    headingOf: (id: string) => targets.items.find((item) => item.id === id)?.headingId ?? null,
    listOf: (id: string) =>
      [...targets.items, ...targets.headings].find((target) => target.id === id)?.listId ?? id,
  }
}
export type TargetIndex = ReturnType<typeof targetIndex>

/** The number of a cell that holds nothing else. */
function bareNumber(cell: string): number | null {
  const bare = /^\D{0,20}?(\d{1,3})\D?$/.exec(oneLine(cell))
  return bare && !/[a-z]\)/i.test(cell) ? Number(bare[1]) : null
}

/** Chinese has no spaces, and Arabic joins articles and prepositions to the word. */
const WITHOUT_BOUNDS = /[\p{Script=Han}\p{Script=Arabic}]/u

/** Whether a text mentions a name. The pattern is made once, as each line of a paper is asked. */
function mentionOf(name: string): (text: string) => boolean {
  if (WITHOUT_BOUNDS.test(name)) return (text) => text.includes(name)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu')
  return (text) => pattern.test(text)
}

const only = <T>(candidates: readonly T[]): T | null =>
  candidates.length === 1 ? candidates[0]! : null

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const QUOTED = /[“«„"「『]([^“”«»„"「」『』]{8,2000})[”»“"」』]/gu

/** The words in quotation marks, as they are compared; too few to name an item are left out. */
const quotations = (text: string): string[] =>
  [...text.matchAll(QUOTED)]
    .map(([, words]) => folded(words!))
    .filter((words) => words.length >= 12 || /\p{Script=Han}{6}/u.test(words))
