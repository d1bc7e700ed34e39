import { ordinalFigure, ordinalWord, printSeatDate } from '@/lib/clock'
import { paragraphsFrom } from '@/lib/export/from-document'
import { headOf, type Registered } from '@/lib/documents/head'
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
  type ListPaperKind,
  type PrintedList,
  type PrintedSource,
  sourcesOfItem,
  namesOf,
} from './print-model'
import { standsInBrackets } from '@/lib/consolidation/status/status-rule'

/** The sentences of printed forms: keys under `outputs` of the messages. */
export type Translate = (key: string, values?: Record<string, string | number>) => string

/**
 * The consolidated list as it prints: a lettered section for each heading, one numbered paragraph in it, the items
 * lettered below. It names no State; `sources` adds to each item, as a footnote, its sources and their authors. Text
 * that is not agreed stands in square brackets.
 */
export function consolidatedPaper(
  list: PrintedList,
  t: Translate,
  { sources = false } = {},
): Paper {
  const { headings, adoptedAt } = list
  const title = t('list.title')
  return {
    ...frame(list, t, 'consolidatedList'),
    title,
    titleNote: t(adoptedAt ? 'list.noteAdopted' : 'list.noteDraft'),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...headings.flatMap(({ title: heading, items }): Block[] => [
        ...(headings.length > 1
          ? [{ kind: 'heading' as const, level: 2 as const, text: heading }]
          : []),
        {
          kind: 'paragraph',
          text: [plain(t(adoptedAt ? 'list.introAdopted' : 'list.introDraft', { heading }))],
          items: items.map((item, index) =>
            entryOf(item, items.length - index, notes(item, list, t, sources)),
          ),
        },
      ]),
    ],
  }
}

/** The frame of every paper about the list. */
export function frame(
  list: PrintedList,
  t: Translate,
  kind: ListPaperKind,
): Omit<Paper, 'title' | 'blocks'> {
  const { session, adoptedAt, asOf, documents } = list
  const notice = t('list.notice')
  return {
    language: 'en',
    masthead: mastheadOf(session, documents[kind], asOf, originalLanguages(itemsOf(list))),
    subtitle: adoptedAt
      ? t('list.adopted', {
          meeting: ordinalFigure(list.adoptedMeeting ?? 0),
          date: printSeatDate(adoptedAt),
        })
      : t('list.draft'),
    ...(notice && { notice }),
    created: asOf.toISOString(),
  }
}

/** The head of a paper of the stock-taking session. */
export const mastheadOf = (
  session: SessionView,
  document: Registered | null | undefined,
  date: Date,
  original: string,
): Paper['masthead'] => ({
  ...headOf(session, document),
  date: printSeatDate(date),
  original,
  body: session.groupName,
  session: sessionName(session),
  datesAndPlace: placeAndDates(session),
})

/** An item word for word; its stop is added only if the text has none. `remaining` counts to the last: 1. */
function entryOf(item: PrintedItem, remaining: number, note: string): Entry {
  const { body, text } = present(item)
  const bracketed = standsInBrackets(item.status)
  const paragraphs = paragraphsFrom(body)
  const wording = bracketed && !/^\[[^[\]]*\]$/.test(text) ? inBrackets(paragraphs) : paragraphs
  return {
    text: note ? withNote(wording, note) : wording,
    ...(item.language !== 'en' && { language: item.language as Language }),
    ...stopOf(text, remaining),
  }
}

/** The stop after an item, unless its own text has one. `remaining` counts to the last: 1. */
export const stopOf = (text: string, remaining: number): Pick<Entry, 'ending'> =>
  /[.;:!?。；：！？؟؛]["”’»)\]]?$/.test(text)
    ? {}
    : { ending: remaining === 1 ? '.' : remaining === 2 ? '; and' : ';' }

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

function notes(item: PrintedItem, list: PrintedList, t: Translate, sources: boolean): string {
  const corrected = item.corrigenda.map(({ number, issuedAt, reason }) =>
    t('list.corrected', { number, date: printSeatDate(issuedAt), reason }),
  )
  return [...corrected, ...(sources ? [sourcesSentence(item, list, t)] : [])].join(' ')
}

function sourcesSentence({ id }: PrintedItem, list: PrintedList, t: Translate): string {
  const from = sourcesOfItem(list, id)
  if (from.length === 0) return t('list.noSource')
  const names = from.map((use) => takenFrom(use, t, true))
  return t('list.sources', { sources: names.join('; ') })
}

/** "fifth session, Legislation, para. 2 (c) (Arvenia and Belmara), in part": a source and the extent taken of it. */
export function takenFrom(
  { source, taken, words }: ReturnType<typeof sourcesOfItem>[number],
  t: Translate,
  attribution: boolean,
): string {
  const name = [sourceName(source, t), attribution && attributed(namesOf(source), 'en')]
    .filter(Boolean)
    .join(' ')
  if (taken === 'whole') return name
  if (taken === 'idea') return t('list.idea', { source: name })
  return words ? t('list.partWords', { source: name, words }) : t('list.part', { source: name })
}

/** "fifth session, Legislation, para. 2 (c)" */
export const sourceName = (source: PrintedSource, t: Translate): string =>
  t('list.source', {
    session: ordinalWord(source.sessionOrdinal),
    place: placeOnList(source),
  })
