import { attributed } from '@/lib/export/phrases'
import { type Language, type Paper, type Paragraph, plain } from '@/lib/export/paper'
import type { Column } from '@/lib/export/tables/rows'
import { sourceNumber } from './consolidated-json'
import { frame, type Translate, sourceName, takenFrom } from './list-document'
import {
  itemNumber,
  itemsOf,
  present,
  type PrintedItem,
  type PrintedList,
  type PrintedSource,
  sourcesOfItem,
  namesOf,
} from './print-model'

type Options = { attribution?: boolean }

/** The annex with both directions: the sources of an item, and the outcome of a preliminary item. */
export function concordancePaper(
  list: PrintedList,
  t: Translate,
  { attribution = true }: Options = {},
): Paper {
  const numbers = numbersOf(list)
  return {
    ...frame(list, t, 'concordance'),
    title: t('concordance.title'),
    subtitle: t('concordance.subtitle'),
    titleNote: t('concordance.note'),
    blocks: [
      {
        kind: 'table',
        title: t('concordance.items'),
        columns: [
          { title: t('concordance.item'), width: 1 },
          { title: t('concordance.text'), width: 5 },
          { title: t('concordance.from'), width: 5 },
        ],
        rows: itemsOf(list).map((item) => {
          const from = sourcesOfItem(list, item.id).map((use) => takenFrom(use, t, attribution))
          return [
            [plain(unbroken(itemNumber(item)))],
            lined(present(item).text, item.language),
            (from.length > 0 ? from : [t('concordance.none')]).map(plain),
          ]
        }),
      },
      {
        kind: 'table',
        title: t('concordance.sources'),
        columns: [
          { title: t('concordance.source'), width: 4 },
          { title: t('concordance.text'), width: 5 },
          { title: t('concordance.outcome'), width: 2 },
          { title: t('concordance.into'), width: 2 },
          { title: t('concordance.reason'), width: 3 },
        ],
        rows: list.sources.map((source) => [
          [
            plain(sourceName(source, t)),
            ...(attribution && source.attribution.length > 0
              ? [plain(attributed(namesOf(source), 'en'))]
              : []),
          ],
          lined(source.text, source.language),
          [plain(outcomeWord(source, t))],
          [plain(into(source, numbers).map(unbroken).join(', '))],
          [
            plain(source.reason),
            ...(attribution ? disagreementsOf(source, numbers, t) : []).map(plain),
          ],
        ]),
      },
    ],
  }
}

const lined = (text: string, language: string): Paragraph[] =>
  text.split('\n').map((line) => ({
    ...plain(line),
    ...(language !== 'en' && { language: language as Language }),
  }))
const unbroken = (number: string): string => number.replaceAll(' ', '\u00A0')
const outcomeWord = ({ outcome }: PrintedSource, t: Translate): string =>
  outcome ? t(`outcomes.${outcome}`) : t('concordance.open')
const numbersOf = (list: PrintedList) =>
  new Map(itemsOf(list).map((item) => [item.id, itemNumber(item)]))
/** "Arvenia disagrees with 2 (c): …", one for each disagreement that stands. */
const disagreementsOf = (
  { disagreements }: PrintedSource,
  numbers: ReadonlyMap<string, string>,
  t: Translate,
): string[] =>
  disagreements.map(({ by, text, itemId }) =>
    itemId
      ? t('concordance.disagreesWith', { by, item: numbers.get(itemId) ?? '', text })
      : t('concordance.disagrees', { by, text }),
  )
const into = ({ uses }: PrintedSource, numbers: ReadonlyMap<string, string>): string[] =>
  uses.flatMap(({ itemId }) => numbers.get(itemId) ?? [])

/** One row for each source of each item; an item without a source has one row. */
type ItemSourceRow = { item: PrintedItem } & Partial<ReturnType<typeof sourcesOfItem>[number]>
export const itemRows = (list: PrintedList): ItemSourceRow[] =>
  itemsOf(list).flatMap((item): ItemSourceRow[] => {
    const from = sourcesOfItem(list, item.id)
    return from.length > 0 ? from.map((use) => ({ item, ...use })) : [{ item }]
  })

export const itemColumns = ({ attribution = true }: Options = {}): Column<ItemSourceRow>[] => [
  { title: 'item', value: ({ item }) => itemNumber(item), width: 8 },
  { title: 'text', value: ({ item }) => present(item).text, width: 60 },
  { title: 'session', value: ({ source }) => source?.sessionOrdinal, width: 8 },
  { title: 'source heading', value: ({ source }) => source?.heading, width: 30 },
  { title: 'source', value: ({ source }) => source && sourceNumber(source), width: 8 },
  { title: 'printed as', value: ({ source }) => source?.importedNumber, width: 10 },
  ...by<ItemSourceRow>(attribution, ({ source }) => source && namesOf(source)),
  { title: 'taken', value: ({ taken }) => taken, width: 8 },
  { title: 'words taken', value: ({ words }) => words, width: 30 },
]

/** One row for each preliminary item. */
export const sourceColumns = (
  list: PrintedList,
  { attribution = true }: Options = {},
): Column<PrintedSource>[] => {
  const numbers = numbersOf(list)
  return [
    { title: 'session', value: ({ sessionOrdinal }) => sessionOrdinal, width: 8 },
    { title: 'heading', value: ({ heading }) => heading, width: 30 },
    { title: 'number', value: sourceNumber, width: 8 },
    { title: 'printed as', value: ({ importedNumber }) => importedNumber, width: 10 },
    { title: 'kind', value: ({ kind }) => kind, width: 16 },
    { title: 'text', value: ({ text }) => text, width: 60 },
    ...by<PrintedSource>(attribution, namesOf),
    { title: 'outcome', value: ({ outcome }) => outcome, width: 14 },
    { title: 'items', value: (source) => into(source, numbers).join('; '), width: 16 },
    { title: 'reason', value: ({ reason }) => reason, width: 40 },
    ...(attribution
      ? [
          {
            title: 'disagreements',
            value: ({ disagreements }: PrintedSource) =>
              disagreements.map(({ by, text }) => `${by}: ${text}`).join('; '),
            width: 40,
          },
        ]
      : []),
    { title: 'decided at', value: ({ decidedAt }) => decidedAt?.toISOString(), width: 26 },
    { title: 'decided by', value: ({ decidedBy }) => decidedBy, width: 22 },
  ]
}

const by = <Row>(
  attribution: boolean,
  names: (row: Row) => readonly string[] | undefined,
): Column<Row>[] =>
  attribution ? [{ title: 'by', value: (row) => names(row)?.join('; '), width: 30 }] : []

/** The list itself as rows, one for each item. */
export const listColumns = (list: PrintedList): Column<PrintedItem>[] => {
  const headings = new Map(
    list.headings.flatMap(({ title, items }) => items.map(({ id }) => [id, title] as const)),
  )
  return [
    { title: 'number', value: itemNumber, width: 8 },
    { title: 'heading', value: ({ id }) => headings.get(id), width: 30 },
    { title: 'kind', value: ({ kind }) => kind, width: 16 },
    { title: 'language', value: ({ language }) => language, width: 9 },
    { title: 'text', value: (item) => present(item).text, width: 80 },
    {
      title: 'status',
      value: ({ status }) => (list.adoptedAt ? 'adopted' : status),
      width: 16,
    },
    { title: 'corrigenda', value: ({ corrigenda }) => corrigenda.length, width: 11 },
    { title: 'sha256', value: (item) => present(item).textHash, width: 66 },
  ]
}
