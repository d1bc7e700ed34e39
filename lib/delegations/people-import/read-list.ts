import Papa from 'papaparse'
import { findForbiddenCharacter } from '@/lib/text/characters'
import { plainLine, requiredLine } from '@/lib/text/line'
import type { EntityKind, RepresentativeRole } from '@/lib/delegations/kinds'
import { LIST_LINES } from './limits'
import { Email } from '@/lib/delegations/schema'

/** The columns in the order in which they stand where the list has no line of headings. */
export const listColumns = [
  'delegation',
  'kind',
  'person',
  'honorific',
  'e-mail',
  'role',
  'may submit',
] as const
type Column = (typeof listColumns)[number]

/** A person as a line of the list names them; without a person, the line names a delegation alone. */
export type ListedPlace = {
  line: number
  delegation: string
  kind: EntityKind | null
  person: {
    name: string
    honorific: string
    email: string
    role: RepresentativeRole
    maySubmit: boolean
  } | null
}

/** What is wrong with a line, as a key of `peopleList.problems` with its values. */
export type LineProblem = { line: number; key: string; values?: Record<string, string | number> }

/**
 * Reads a list of delegations and people, one line for each person, with cells parted by commas,
 * semicolons or tabs. Every line that cannot be read is named; what lines mean together and against
 * what is registered, `judgePeopleList` says.
 */
export function readPeopleList(text: string): { places: ListedPlace[]; problems: LineProblem[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const filled = lines.flatMap((content, at) => (content.trim() ? [{ content, line: at + 1 }] : []))
  const [first] = filled
  if (!first) return { places: [], problems: [] }
  if (filled.length > LIST_LINES) {
    const problem = {
      line: filled[LIST_LINES]!.line,
      key: 'tooMany',
      values: { limit: LIST_LINES },
    }
    return { places: [], problems: [problem] }
  }
  const delimiter = delimiterOf(first.content)
  const headings = readHeadings(cellsOf(first.content, delimiter) ?? [])
  const places: ListedPlace[] = []
  const problems: LineProblem[] = []
  if (headings?.missing)
    problems.push({ line: first.line, key: 'columnMissing', values: { column: headings.missing } })
  for (const { content, line } of headings ? filled.slice(1) : filled) {
    const place = readLine(content, line, delimiter, headings?.columns ?? listColumns)
    if ('key' in place) problems.push(place)
    else places.push(place)
  }
  return { places, problems }
}

function readLine(
  content: string,
  line: number,
  delimiter: string,
  columns: readonly (Column | null)[],
): ListedPlace | LineProblem {
  if (content.includes('\uFFFD')) return { line, key: 'brokenEncoding' }
  if (findForbiddenCharacter(content)) return { line, key: 'forbiddenCharacter' }
  const cells = cellsOf(content, delimiter)
  if (!cells) return { line, key: 'quotes' }
  if (cells.slice(columns.length).some(Boolean))
    return { line, key: 'tooManyCells', values: { columns: columns.length } }
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? ''

  const delegation = requiredLine(200).safeParse(cell('delegation'))
  if (!delegation.success) return { line, key: 'delegation' }
  const kind = kindWords.get(plainWord(cell('kind')))
  if (kind === undefined) return { line, key: 'kind', values: { word: shown(cell('kind')) } }
  const place = { line, delegation: delegation.data, kind }
  if (!cell('person') && !cell('e-mail')) return { ...place, person: null }

  const name = requiredLine(200).safeParse(cell('person'))
  if (!name.success) return { line, key: 'person' }
  const honorific = plainLine(40).safeParse(cell('honorific'))
  if (!honorific.success) return { line, key: 'honorific' }
  const email = Email.safeParse(cell('e-mail'))
  if (!email.success) return { line, key: 'email', values: { word: shown(cell('e-mail')) } }
  const role = roleWords.get(plainWord(cell('role')))
  if (!role) return { line, key: 'role', values: { word: shown(cell('role')) } }
  const maySubmit = rightWords.get(plainWord(cell('may submit')))
  if (maySubmit === undefined)
    return { line, key: 'maySubmit', values: { word: shown(cell('may submit')) } }
  return {
    ...place,
    person: { name: name.data, honorific: honorific.data, email: email.data, role, maySubmit },
  }
}

/** The cells of one line, trimmed; null where quotation marks are not closed or stand inside. */
function cellsOf(content: string, delimiter: string): string[] | null {
  const { data, errors } = Papa.parse<string[]>(content, { delimiter })
  if (errors.length > 0 || data.length !== 1) return null
  return data[0]!.map((cell) => cell.trim())
}

const delimiterOf = (content: string): string =>
  ['\t', ';', ','].toSorted((a, b) => content.split(b).length - content.split(a).length)[0]!

function readHeadings(cells: readonly string[]) {
  const columns = cells.map((cell) => headingWords.get(plainWord(cell)) ?? null)
  if (!columns.includes('delegation') || columns.filter(Boolean).length < 2) return null
  const needed = ['delegation', 'person', 'e-mail'] as const
  return { columns, missing: needed.find((column) => !columns.includes(column)) }
}

const shown = (word: string) => word.slice(0, 60)
const plainWord = (word: string) =>
  word
    .toLowerCase()
    .replaceAll('organisation', 'organization')
    .replace(/[\s_-]+/g, ' ')
    .trim()

const headingWords = new Map<string, Column>([
  ['delegation', 'delegation'],
  ['kind', 'kind'],
  ['person', 'person'],
  ['name', 'person'],
  ['honorific', 'honorific'],
  ['form of address', 'honorific'],
  ['e mail', 'e-mail'],
  ['email', 'e-mail'],
  ['e mail address', 'e-mail'],
  ['role', 'role'],
  ['may submit', 'may submit'],
])
const kindWords = new Map<string, EntityKind | null>([
  ['', null],
  ['state', null],
  ['member state', 'memberState'],
  ['observer state', 'observerState'],
  ['intergovernmental organization', 'intergovernmental'],
  ['intergovernmental', 'intergovernmental'],
  ['united nations entity', 'unEntity'],
  ['un entity', 'unEntity'],
  ['institute of the programme network', 'institute'],
  ['institute', 'institute'],
  ['private sector', 'privateSector'],
  ['non governmental organization', 'nonGovernmental'],
  ['ngo', 'nonGovernmental'],
  ['academia', 'academia'],
])
const roleWords = new Map<string, RepresentativeRole>([
  ['head', 'head'],
  ['head of delegation', 'head'],
  ['alternate', 'alternate'],
  ['adviser', 'adviser'],
  ['advisor', 'adviser'],
  ['', 'adviser'],
])
const rightWords = new Map([
  ['yes', true],
  ['y', true],
  ['true', true],
  ['1', true],
  ['x', true],
  ['no', false],
  ['n', false],
  ['false', false],
  ['0', false],
  ['', false],
])
