import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
} from 'jsonc-parser'
import { z } from 'zod'
import { suggestedState } from '@/lib/delegations/names/state-names'
import { findForbiddenCharacter } from '@/lib/text/characters'
import { readDelimited } from '@/lib/text/files/delimited'
import { decodeFile, type Encoding } from '@/lib/text/files/encoding'
import { isOfficeFile } from '@/lib/text/files/signature'
import { faultOfText } from '@/lib/text/limits'
import { optionalName, requiredName } from '@/lib/text/line'
import { locales } from '@/lib/text/locales'
import { proposalKinds } from '@/lib/proposals/kinds'
import { firstWords } from '@/lib/text/first-words'

// A past list, as JSON:
//   { "format": "stocktake-list", "version": 1,
//     "session": { "ordinal": 4, "title": "", "place": "Vienna", "startsOn": "2018-04-03", "endsOn": "2018-04-05" },
//     "items": [{ "number": "4 (c)", "heading": "Legislation and frameworks", "kind": "recommendation",
//                 "language": "en", "text": "…", "by": ["Arvenia", "Belmara"] }] }
// or its items as CSV with the columns number, heading, kind, language, text, by (several separated
// by semicolons or line breaks); headings, kinds and languages may be in capitals, and the first line may be Excel's
// "sep=;". The session is then told beside the file. The order of the items is that of the
// list; `number` is the one under which it was printed; `by` may be empty.

export const MAX_IMPORT = 8_000_000
const MAX_ITEMS = 5_000

export const ImportedSession = z
  .object({
    ordinal: z.coerce.number('ordinal').int('ordinal').min(1, 'ordinal').max(999, 'ordinal'),
    title: optionalName(300).default(''),
    place: requiredName(200),
    startsOn: z.iso.date('date'),
    endsOn: z.iso.date('date'),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { message: 'datesOrder', path: ['endsOn'] })
export type ImportedSession = z.output<typeof ImportedSession>

export type ImportedItem = {
  number: string
  heading: string
  kind: (typeof proposalKinds)[number]
  language: (typeof locales)[number]
  text: string
  by: string[]
}

/**
 * A fault in a line of the file, or with the file (line 0); `key` stands in messages `imports.problems`. A fault in
 * JSON names the item too, from 1: a file may have all of them in one line.
 */
export type ImportProblem = {
  line: number
  item?: number
  key: string
  values?: Record<string, string | number>
}

/** The items of a file with its facts on the session, and all faults in them. */
export type ReadItems = {
  items: (ImportedItem & { line: number })[]
  session: unknown
  /** The encoding of the file; null if unread. */
  encoding: Encoding | null
  problems: ImportProblem[]
}

/**
 * Reads a file in either format. `states` says whether a name is that of a State that may be named. No items if the
 * file has faults: never half of it.
 */
export function readItems(bytes: Uint8Array, states: (name: string) => boolean): ReadItems {
  if (bytes.byteLength > MAX_IMPORT) return faulty([{ line: 0, key: 'tooLarge' }], null)
  if (isOfficeFile(bytes)) return faulty([{ line: 0, key: 'noText' }], null)
  const { text, encoding } = decodeFile(bytes)
  const broken = brokenLines(text)
  if (broken.length > 0) return faulty(broken, encoding)
  const raw = text.trimStart().startsWith('{') ? readJson(text) : readCsv(text)
  if ('problems' in raw) return faulty(raw.problems, encoding)

  const problems: ImportProblem[] = []
  if (raw.items.length === 0) problems.push({ line: 0, key: 'empty' })
  if (raw.items.length > MAX_ITEMS)
    problems.push({ line: 0, key: 'tooMany', values: { limit: MAX_ITEMS } })
  const items = raw.items
    .slice(0, MAX_ITEMS)
    .map(({ value, ...place }) => ({ place, item: readItem(value) }))
  const numbers = new Map<string, number>()
  for (const { place, item } of items) {
    problems.push(...problemsOf(item, states).map((problem) => ({ ...place, ...problem })))
    const first = numbers.get(item.number)
    if (item.number && first !== undefined)
      problems.push({
        ...place,
        key: 'duplicate',
        values: { number: item.number, first, of: place.item ? 'item' : 'line' },
      })
    else numbers.set(item.number, place.item ?? place.line)
  }
  if (problems.length > 0) return { ...faulty(problems, encoding), session: raw.session }
  return {
    items: items.map(({ place, item }) => ({ ...(item as ImportedItem), line: place.line })),
    session: raw.session,
    encoding,
    problems: [],
  }
}

const inLines = (problems: readonly ImportProblem[]) => problems.toSorted((a, b) => a.line - b.line)

const faulty = (problems: readonly ImportProblem[], encoding: Encoding | null): ReadItems => ({
  items: [],
  session: null,
  encoding,
  problems: inLines(problems),
})

/** Lines that hold the sign of a character that was lost. */
const brokenLines = (text: string): ImportProblem[] =>
  text
    .split(/\r\n|\n|\r/)
    .flatMap((line, at) => (line.includes('\uFFFD') ? [{ line: at + 1, key: 'encoding' }] : []))

type RawItem = { line: number; item?: number; value: Record<string, unknown> }
type Raw = { session: unknown; items: RawItem[] }

/** Each item has the line of its start in the file; a fault of syntax names the line at which the parser stopped. */
function readJson(text: string): Raw | { problems: ImportProblem[] } {
  const errors: ParseError[] = []
  const tree = treeOf(text, errors)
  const lineAt = lineCounter(text)
  if (!tree || errors.length > 0)
    return { problems: [{ line: lineAt(errors[0]?.offset ?? 0), key: 'json' }] }
  const file = getNodeValue(tree) as Record<string, unknown>
  const items = findNodeAtLocation(tree, ['items'])
  if (file.format !== 'stocktake-list' || file.version !== 1 || items?.type !== 'array')
    return { problems: [{ line: 0, key: 'format' }] }
  return {
    session: file.session,
    items: (items.children ?? []).map((item, index) => ({
      line: lineAt(item.offset),
      item: index + 1,
      value: Object(getNodeValue(item)) as Record<string, unknown>,
    })),
  }
}

/** The tree of a JSON file; undefined if it is nested so deeply that the parser gives up. */
function treeOf(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Tells the line of an offset, counted from the offset that was asked for before: offsets must not fall. */
function lineCounter(text: string): (offset: number) => number {
  let [line, lastOffset] = [1, 0]
  return (offset) => {
    line += text.slice(lastOffset, offset).split(/\r\n|\n|\r/).length - 1
    lastOffset = offset
    return line
  }
}

const COLUMNS = ['number', 'heading', 'kind', 'language', 'text', 'by'] as const

function readCsv(text: string): Raw | { problems: ImportProblem[] } {
  const { rows, unquoted } = readDelimited(text)
  const [first, ...otherRows] = rows
  const headings = first?.cells.map((cell) => cell.toLowerCase()) ?? []
  const absent = COLUMNS.filter((column) => !headings.includes(column))
  const problems: ImportProblem[] = unquoted.map((line) => ({ line, key: 'quotes' }))
  if (absent.length > 0) {
    const values = { columns: absent.join(', ') }
    return { problems: [{ line: first?.line ?? 1, key: 'columns', values }, ...problems] }
  }
  for (const { line, cells } of otherRows)
    if (cells.slice(headings.length).some(Boolean)) problems.push({ line, key: 'tooManyCells' })
  if (problems.length > 0) return { problems }
  const items = otherRows.map(({ line, cells }) => {
    const cell = (column: (typeof COLUMNS)[number]) => cells[headings.indexOf(column)] ?? ''
    const value = Object.fromEntries(COLUMNS.map((column) => [column, cell(column)]))
    return { line, value: { ...value, by: cell('by').split(/[;\n]/) } }
  })
  return { session: null, items }
}

const NAMES = { heading: requiredName(300), number: optionalName(40) }

const string = (value: unknown): string => (typeof value === 'string' ? value : '')

const inOneLine = (value: unknown): string => string(value).replace(/\s+/g, ' ').trim()

/** The fields of an item as they stand; a value that is no text is empty. */
function readItem(value: Record<string, unknown>) {
  const by = Array.isArray(value.by) ? value.by : []
  return {
    number: inOneLine(value.number),
    heading: inOneLine(value.heading),
    kind: string(value.kind).trim().toLowerCase() || 'recommendation',
    language: string(value.language).trim().toLowerCase() || 'en',
    text: string(value.text).replace(/\r\n/g, '\n').trim(),
    by: by.map((name) => string(name).trim()).filter(Boolean),
  }
}

function problemsOf(
  item: ReturnType<typeof readItem>,
  states: (name: string) => boolean,
): Omit<ImportProblem, 'line'>[] {
  const problems: Omit<ImportProblem, 'line'>[] = []
  const isKind = (proposalKinds as readonly string[]).includes(item.kind)
  if (!isKind) problems.push({ key: 'kind', values: { kind: firstWords(item.kind) } })
  const isLanguage = (locales as readonly string[]).includes(item.language)
  if (!isLanguage)
    problems.push({ key: 'language', values: { language: firstWords(item.language) } })
  const fault = faultOfText(item.text, isLanguage ? item.language : 'en')
  if (fault) problems.push({ key: `text.${fault.key}`, values: fault.values })
  for (const field of ['heading', 'number'] as const) {
    if (findForbiddenCharacter(item[field])) problems.push({ key: 'character', values: { field } })
    else if (!NAMES[field].safeParse(item[field]).success) problems.push({ key: field })
  }
  for (const name of item.by) if (!states(name)) problems.push(unknownState(name))
  if (new Set(item.by).size < item.by.length) problems.push({ key: 'twice' })
  return problems
}

/** An unknown State, with the official name if a common one was written. */
function unknownState(name: string): Omit<ImportProblem, 'line'> {
  const official = suggestedState(name)
  return official
    ? { key: 'stateSuggested', values: { name, official } }
    : { key: 'state', values: { name: firstWords(name) } }
}
