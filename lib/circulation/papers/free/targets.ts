import { folded } from '@/lib/circulation/forms/reading/recognize'
import { oneLine } from '@/lib/circulation/forms/reading/returned'

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
export type NamedHeading = { id: string; listId: string; title: string; paragraph: number | null }
/** `names` are a paper's words for the list: its year, its symbol. */
export type NamedList = { id: string; names: string[] }

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
export type GuessKey = (typeof guesses)[number]
export type Guess = { at: PieceTarget; why: GuessKey }

/** The present list and heading of a paper, from the places before. */
export type Context = { listId: string | null; headingId: string | null }

const WORD =
  'paragraphs?|paras?\\.?|recommendations?|conclusions?|items?|points?|no\\.?|nr\\.?|paragraphes?|recommandations?|párrafos?|recomendación|recomendaciones|пункт\\p{L}*|п\\.|рекомендаци\\p{L}*|الفقرة|التوصية|البند'
/** Words that touch the number: Chinese has no spaces. */
const TOUCHING = '第|段落|段|建议|结论'
/** Words for the letter of an item: "alinéa c) du paragraphe 1", "párrafo 1, apartado c)". */
const SUB =
  '(?:alinéas?|apartados?|incisos?|letras?|подпункт\\p{L}*|sub-?paragraphs?|الفقرة الفرعية)\\s*'
const LETTERED = `\\s*(?:段|条|项)?[.,،]?\\s*(?:${SUB})?[(（](?<letter>[a-z]{1,2})[)）]|\\s?,?\\s?(?:${SUB})?(?<bare>[a-z])\\)`
const REFERENCE = new RegExp(
  `(?:${SUB}[(（]?(?<before>[a-z]{1,2})[)）]\\s*,?\\s*(?:of|du|de la|del|de|من)?\\s*(?:the )?)?(?:(?<word>(?<![\\p{L}\\p{N}])(?:${WORD})\\s*|(?:${TOUCHING})\\s*)|(?<![\\p{L}\\p{N}./-]))(?<number>\\d{1,3})(?:${LETTERED})?(?![\\p{N}%])`,
  'giu',
)
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
  const general: Guess = { at: { target: 'circulation' }, why: 'byGeneral' }

  /** The list that a text names best, by its year, symbol or session; null if it names none, or several equally. */
  function listIn(text: string): string | null {
    const counts = targets.lists.map(({ id, names }) => ({
      id,
      count: names.filter((name) => mentions(text, name)).length,
    }))
    const most = Math.max(0, ...counts.map(({ count }) => count))
    return most === 0 ? null : (only(counts.filter(({ count }) => count === most))?.id ?? null)
  }

  /** A line without the years and symbols of the lists. */
  const withoutNames = (line: string): string =>
    targets.lists
      .flatMap(({ names }) => names)
      .toSorted((a, b) => b.length - a.length)
      .reduce((text, name) => text.replace(new RegExp(escaped(name), 'giu'), ' '), line)

  /** The number of words of a line without the lists that it names and the numbers of items. */
  const otherWords = (line: string): number =>
    folded(latinised(withoutNames(line)).replace(REFERENCE, ' ')).match(/\p{L}{2,}/gu)?.length ?? 0

  /** The target of one reference, within the present list and heading. */
  function byReference(text: string, context: Context): Guess | null {
    const listId = listIn(text) ?? context.listId
    for (const { groups = {} } of latinised(text).matchAll(REFERENCE)) {
      const { word, number, letter = groups.bare ?? groups.before } = groups
      if (!word && !letter) continue
      const guess = numbered(Number(number), letter?.toLowerCase() ?? null, listId, context)
      if (guess) return guess
    }
    return null
  }

  /** Whether a text names a number that several lists have, and does not say which list. */
  function isAmbiguous(text: string, context: Context): boolean {
    const listId = listIn(text) ?? context.listId
    return [...latinised(text).matchAll(REFERENCE)].some(({ groups = {} }) => {
      const { word, number, letter = groups.bare ?? groups.before } = groups
      const items = targets.items.filter(
        (item) =>
          item.paragraph === Number(number) &&
          item.letter === (letter?.toLowerCase() ?? null) &&
          (listId === null || item.listId === listId),
      )
      return (word || letter) && items.length > 1
    })
  }

  /** The first number in a text that names an item or a heading, where no list has one of that number; as it is written. */
  function unknownIn(text: string, context: Context): string | null {
    const listId = listIn(text) ?? context.listId
    for (const { groups = {}, index, 0: written } of latinised(text).matchAll(REFERENCE)) {
      const { word, number, letter = groups.bare ?? groups.before } = groups
      if (!word && !letter) continue
      if (BEFORE_OTHER_TEXT.test(text.slice(0, index))) continue
      if (OF_OTHER_TEXT.test(text.slice(index + written.length))) continue
      if (!isNumbered(Number(number), letter?.toLowerCase() ?? null, listId)) return written.trim()
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

const ABJAD = 'أبجدهوزحطي'

/** The text with the letters and digits of references as Latin ones: "١ (ب)" is 1 (b), and "2 с)" has a Cyrillic c. */
const latinised = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/([(（])\s*([أابجدهوزحطي])ـ?\s*(?=[)）])/g, (_, open: string, letter: string) => {
      const at = ABJAD.indexOf(letter === 'ا' ? 'أ' : letter)
      return `${open}${'abcdefghij'[at]}`
    })
    .replace(/(?<![\p{L}])[ас](?=\))/gu, (letter) => (letter === 'а' ? 'a' : 'c'))

/** Whether a text names a number of an item: "para. 4", "4 (c)". */
const namesNumber = (text: string): boolean =>
  [...latinised(text).matchAll(REFERENCE)].some(({ groups = {} }) =>
    Boolean(groups.word ?? groups.letter ?? groups.bare ?? groups.before),
  )

/** The number of a cell that holds nothing else. */
function bareNumber(cell: string): number | null {
  const bare = /^\D{0,20}?(\d{1,3})\D?$/.exec(oneLine(cell))
  return bare && !/[a-z]\)/i.test(cell) ? Number(bare[1]) : null
}

/** Chinese has no spaces, and Arabic joins articles and prepositions to the word. */
const WITHOUT_BOUNDS = /[\p{Script=Han}\p{Script=Arabic}]/u

const mentions = (text: string, name: string): boolean =>
  WITHOUT_BOUNDS.test(name)
    ? text.includes(name)
    : new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').test(text)

const only = <T>(candidates: readonly T[]): T | null =>
  candidates.length === 1 ? candidates[0]! : null

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const QUOTED = /[“«„"「『]([^“”«»„"「」『』]{8,2000})[”»“"」』]/gu

/** The words in quotation marks, as they are compared; too few to name an item are left out. */
const quotations = (text: string): string[] =>
  [...text.matchAll(QUOTED)]
    .map(([, words]) => folded(words!))
    .filter((words) => words.length >= 12 || /\p{Script=Han}{6}/u.test(words))
