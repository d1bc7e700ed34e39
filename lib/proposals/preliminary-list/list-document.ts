import { printDate } from '@/lib/clock'
import { headOf } from '@/lib/documents/head'
import { paragraphsFrom } from '@/lib/export/from-document'
import type { Block, Entry, Language, Paper } from '@/lib/export/paper'
import { plain } from '@/lib/export/paper'
import type { Column } from '@/lib/export/tables/rows'
import type { OnBehalf } from '@/lib/sessions/attribution/attribution'
import { placeAndDates, type SessionView, sessionName } from '@/lib/sessions/session-view'
import { plainText } from '@/lib/text/document/document'
import type { ListItem, ListView } from './queries'

/** The words that a printed list adds to the texts of States. */
type ListPaperTexts = {
  title: string
  /** "Suggested by Member States …", with # for the heading. */
  intro: (heading: string) => string
  titleNote: string
  notice: string
  draft: string
}

type Printed = { list: ListView; session: SessionView; texts: ListPaperTexts }

/**
 * A preliminary list as it prints in part II of the session's report (domain.md 2.1): a lettered
 * section for each heading, one numbered paragraph in it, the items lettered below. With or without
 * the names of those who made them.
 */
export function listPaper({ list, session, texts }: Printed, attribution: boolean): Paper {
  const headings = list.headings.filter(({ items }) => items.length > 0)
  const printedOn = list.printedOn ?? list.issuedAt ?? list.createdAt ?? session.startsOn
  return {
    language: 'en',
    masthead: {
      ...headOf(session, list.document),
      date: printDate(printedOn),
      original: originalLanguages(headings.flatMap(({ items }) => items)),
      body: session.groupName,
      session: sessionName(session),
      datesAndPlace: placeAndDates(session),
    },
    title: texts.title,
    ...(list.issuedAt ? {} : { subtitle: texts.draft }),
    titleNote: texts.titleNote,
    ...(texts.notice && { notice: texts.notice }),
    created: printedOn.toISOString(),
    firstHeading: 2,
    blocks: [
      { kind: 'heading', level: 1, text: texts.title },
      ...headings.flatMap(({ title, items }): Block[] => [
        ...(headings.length > 1
          ? [{ kind: 'heading' as const, level: 2 as const, text: title }]
          : []),
        {
          kind: 'paragraph',
          text: [plain(texts.intro(title))],
          items: items.map((item, index) => entryOf(item, items.length - index, attribution)),
        },
      ]),
    ],
  }
}

/** An item word for word; its stop is added only if the text has none. `remaining` counts to the last: 1. */
function entryOf(item: ListItem, remaining: number, attribution: boolean): Entry {
  const stopped = /[.;:!?。；：！？؟؛]["”’»)\]]?$/.test(item.text)
  const stop = remaining === 1 ? '.' : remaining === 2 ? '; and' : ';'
  return {
    text: paragraphsFrom(item.body),
    ...(item.language !== 'en' && { language: item.language as Language }),
    ...(attribution && { attribution: item.printedNames }),
    ...(!stopped && { ending: stop }),
  }
}

/** A group of States with its members on the day of the submission, and those that dissociated themselves. */
const groupAsJson = ({ group, members }: OnBehalf) => ({
  group,
  members: members.map(({ name }) => name),
  except: members.flatMap(({ name, dissociated }) => (dissociated ? [name] : [])),
})

const NAMES: Record<string, string> = {
  en: 'English',
  fr: 'French',
  es: 'Spanish',
  ru: 'Russian',
  zh: 'Chinese',
  ar: 'Arabic',
}
/** The languages of the printed texts, as a masthead names them. */
export function originalLanguages(items: readonly { language: string }[]): string {
  const names = [...new Set(items.map(({ language }) => NAMES[language] ?? language))].toSorted()
  return names.length > 2 ? 'All languages' : names.join('/') || 'English'
}

/** An item as a row of a spreadsheet. */
type ListRow = ListItem & { heading: string; paragraph: number }
export const listRows = (list: ListView): ListRow[] =>
  list.headings.flatMap(({ title, paragraph, items }) =>
    items.map((item) => ({ ...item, heading: title, paragraph })),
  )

/** The columns of the CSV; `by` is left out if the States are not to be named. */
export const listColumns = (attribution: boolean): Column<ListRow>[] => [
  { title: 'number', value: ({ paragraph, letter }) => `${paragraph} (${letter})` },
  { title: 'heading', value: ({ heading }) => heading },
  { title: 'kind', value: ({ kind }) => kind },
  { title: 'language', value: ({ language }) => language },
  { title: 'text', value: ({ body }) => plainText(body) },
  ...(attribution
    ? [{ title: 'by', value: ({ printedNames: by }: ListRow) => by.join('; ') }]
    : []),
]

/** The list as plain JSON in the format that the import reads, with its hashes. */
export const listJson = ({ list, session }: Omit<Printed, 'texts'>, attribution: boolean) => ({
  format: 'stocktake-list',
  version: 1,
  session: {
    ordinal: session.ordinal,
    title: session.title,
    place: session.place,
    startsOn: session.startsOn.toISOString().slice(0, 10),
    endsOn: session.endsOn.toISOString().slice(0, 10),
  },
  issuedAt: list.issuedAt?.toISOString() ?? null,
  ...(list.printedOn && { printedOn: list.printedOn.toISOString().slice(0, 10) }),
  sha256: list.textHash,
  items: listRows(list).map((item) => ({
    number: `${item.paragraph} (${item.letter})`,
    heading: item.heading,
    kind: item.kind,
    language: item.language,
    text: item.text,
    sha256: item.textHash,
    ...(item.importedNumber && { printedAs: item.importedNumber }),
    ...(attribution && {
      by: item.attribution,
      proposals: item.proposals.map(({ number, revision, onBehalf, delegationName }) => ({
        number,
        revision,
        ...(onBehalf && { by: delegationName, onBehalfOf: groupAsJson(onBehalf) }),
      })),
    }),
  })),
})
