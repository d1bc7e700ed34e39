import { folded } from '@/lib/circulation/forms/reading/recognize'
import { listNames } from './list-names'
import { only } from './matching'
import { numberIndex } from './numbers'
import { namesNumber } from '../references'
import type { Context, Guess, Named } from './target'

const GENERAL =
  /^(?:\p{N}+ |[a-z] )?(?:general (?:comments?|remarks?|observations?)|comments? in general|general|observations generales|commentaires? generaux|remarques generales|comentarios generales|observaciones generales|общие (?:замечания|комментарии)|一般性?(?:意见|评论)|总体意见|(?:ملاحظات|تعليقات) عامه?ة?)$/u

/** The index by which references, quotations and headings of papers are found. */
export function targetIndex(targets: Named) {
  const texts = targets.items.map((item) => ({ item, text: folded(item.text) }))
  const titles = targets.headings.map((heading) => ({ heading, title: folded(heading.title) }))
  const names = listNames(targets.lists)
  const { listIn, withoutNames } = names
  const numbers = numberIndex(targets, names)
  const general: Guess = { at: { target: 'circulation' }, why: 'byGeneral' }

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
    otherWords: names.otherWords,
    isAmbiguous: numbers.isAmbiguous,
    unknownIn: numbers.unknownIn,
    unknownInCell: numbers.unknownInCell,
    byReference: numbers.byReference,
    byTitle,
    byWords,
    byExcerpt,
    /** Whether a text equals the text of a circulated item. */
    isText: (text: string): boolean => texts.some((entry) => entry.text === folded(text)),
    /** The target of a cell that holds nothing but a reference: there a bare number is one. */
    byCell: (cell: string, context: Context): Guess | null =>
      numbers.byReference(cell, context) ??
      numbers.byBareNumber(cell, context) ??
      byTitle(cell, context) ??
      byExcerpt(cell),
    headingOf: (id: string) => targets.items.find((item) => item.id === id)?.headingId ?? null,
    listOf: (id: string) =>
      [...targets.items, ...targets.headings].find((target) => target.id === id)?.listId ?? id,
  }
}
export type TargetIndex = ReturnType<typeof targetIndex>

const QUOTED = /[“«„"「『]([^“”«»„"「」『』]{8,2000})[”»“"」』]/gu

/** The words in quotation marks, as they are compared; too few to name an item are left out. */
const quotations = (text: string): string[] =>
  [...text.matchAll(QUOTED)]
    .map(([, words]) => folded(words!))
    .filter((words) => words.length >= 12 || /\p{Script=Han}{6}/u.test(words))
