import { ordinalFigure, ordinalWord, printSeatDate } from '@/lib/clock'
import { paragraphsFrom } from '@/lib/export/from-document'
import type { Block, Entry, Language, Paper, Paragraph } from '@/lib/export/paper'
import { plain } from '@/lib/export/paper'
import { attributed } from '@/lib/export/phrases'
import { originalLanguages } from '@/lib/proposals/preliminary-list/list-document'
import { placeAndDates, type SessionView, sessionName } from '@/lib/sessions/session-view'
import { placeOnList } from '@/lib/consolidation/views'
import {
  itemsOf,
  present,
  type PrintedItem,
  type PrintedList,
  type PrintedSource,
  sourcesOfItem,
} from './print-model'
import { standsInBrackets } from '@/lib/consolidation/status/status-rule'

/** The sentences of printed forms: keys under `outputs` of the messages. */
export type Say = (key: string, values?: Record<string, string | number>) => string

/**
 * The consolidated list as it prints: a lettered section for each heading, one numbered paragraph in
 * it, the items lettered below. It names no State; `sources` adds to each item, as a footnote, what
 * it was made of and by whom. What is not agreed stands in square brackets.
 */
export function consolidatedPaper(list: PrintedList, say: Say, { sources = false } = {}): Paper {
  const { headings, adoptedAt } = list
  const title = say('list.title')
  return {
    ...frame(list, say),
    title,
    titleNote: say(adoptedAt ? 'list.noteAdopted' : 'list.noteDraft'),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...headings.flatMap(({ title: heading, items }): Block[] => [
        ...(headings.length > 1
          ? [{ kind: 'heading' as const, level: 2 as const, text: heading }]
          : []),
        {
          kind: 'paragraph',
          text: [plain(say(adoptedAt ? 'list.introAdopted' : 'list.introDraft', { heading }))],
          items: items.map((item, index) =>
            entryOf(item, items.length - index, notes(item, list, say, sources)),
          ),
        },
      ]),
    ],
  }
}

/** What every paper about the list has around its text. */
export function frame(list: PrintedList, say: Say): Omit<Paper, 'title' | 'blocks'> {
  const { session, adoptedAt, asOf } = list
  const notice = say('list.notice')
  return {
    language: 'en',
    masthead: mastheadOf(session, asOf, originalLanguages(itemsOf(list))),
    subtitle: adoptedAt
      ? say('list.adopted', {
          meeting: ordinalFigure(list.adoptedMeeting ?? 0),
          date: printSeatDate(adoptedAt),
        })
      : say('list.draft'),
    ...(notice && { notice }),
    created: asOf.toISOString(),
  }
}

/** The head of a paper of the stock-taking session. */
export const mastheadOf = (
  session: SessionView,
  date: Date,
  original: string,
): Paper['masthead'] => ({
  kind: 'office',
  symbol: `${session.symbolRoot}/${session.startsOn.getUTCFullYear()}`,
  date: printSeatDate(date),
  original,
  body: session.groupName,
  session: sessionName(session),
  datesAndPlace: placeAndDates(session),
})

/** An item word for word; its stop is added only where the text has none. `left` counts to the last: 1. */
function entryOf(item: PrintedItem, left: number, note: string): Entry {
  const { body, text } = present(item)
  const bracketed = standsInBrackets(item.standing)
  const paragraphs = paragraphsFrom(body)
  const written = bracketed && !/^\[[^[\]]*\]$/.test(text) ? inBrackets(paragraphs) : paragraphs
  return {
    text: note ? withNote(written, note) : written,
    ...(item.language !== 'en' && { language: item.language as Language }),
    ...stopOf(text, left),
  }
}

/** What closes an item of a list, unless its own text does. `left` counts to the last: 1. */
export const stopOf = (text: string, left: number): Pick<Entry, 'ending'> =>
  /[.;:!?。；：！？؟؛]["”’»)\]]?$/.test(text)
    ? {}
    : { ending: left === 1 ? '.' : left === 2 ? '; and' : ';' }

const inBrackets = (paragraphs: readonly Paragraph[]): Paragraph[] =>
  paragraphs.map((paragraph, index) => ({
    ...paragraph,
    runs: [
      ...(index === 0 ? [{ text: '[' }] : []),
      ...paragraph.runs,
      ...(index === paragraphs.length - 1 ? [{ text: ']' }] : []),
    ],
  }))

const withNote = (paragraphs: readonly Paragraph[], note: string): Paragraph[] =>
  paragraphs.map((paragraph, index) =>
    index < paragraphs.length - 1
      ? paragraph
      : { ...paragraph, runs: [...paragraph.runs, { text: '', note: [{ text: note }] }] },
  )

function notes(item: PrintedItem, list: PrintedList, say: Say, sources: boolean): string {
  const corrected = item.corrigenda.map(({ number, issuedAt, reason }) =>
    say('list.corrected', { number, date: printSeatDate(issuedAt), reason }),
  )
  return [...corrected, ...(sources ? [sourcesSentence(item, list, say)] : [])].join(' ')
}

function sourcesSentence({ id }: PrintedItem, list: PrintedList, say: Say): string {
  const from = sourcesOfItem(list, id)
  if (from.length === 0) return say('list.noSource')
  const named = from.map((use) => takenFrom(use, say, true))
  return say('list.sources', { sources: named.join('; ') })
}

/** "fifth session, Legislation, para. 2 (c) (Arvenia and Belmara), in part": a source and what was taken of it. */
export function takenFrom(
  { source, taken, words }: ReturnType<typeof sourcesOfItem>[number],
  say: Say,
  attribution: boolean,
): string {
  const name = [sourceName(source, say), attribution && attributed(source.attribution, 'en')]
    .filter(Boolean)
    .join(' ')
  if (taken === 'whole') return name
  if (taken === 'idea') return say('list.idea', { source: name })
  return words ? say('list.partWords', { source: name, words }) : say('list.part', { source: name })
}

/** "fifth session, Legislation, para. 2 (c)" */
export const sourceName = (source: PrintedSource, say: Say): string =>
  say('list.source', {
    session: ordinalWord(source.sessionOrdinal),
    place: placeOnList(source),
  })
