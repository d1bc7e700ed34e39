import { readNamedAddress } from '@/lib/delegations/names/email-address'
import { readDelimited, type Row } from '@/lib/text/files/delimited'
import { faultOf, optionalName, requiredName } from '@/lib/text/line'
import type { EntityKind, RepresentativeRole } from '@/lib/delegations/kinds'
import { LIST_LINES } from './limits'
import { Email } from '@/lib/delegations/schema'

/** The columns in their order if the list has no line of headings. */
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

/** The problem of a line, as a key of `peopleList.problems` with its values. */
export type LineProblem = { line: number; key: string; values?: Record<string, string | number> }

/**
 * Reads a list of delegations and people, one row for each person, with cells parted by commas, semicolons or tabs.
 * Every unreadable row is named by its line of the file; `judgePeopleList` checks the rows against each other and
 * against the register.
 */
export function readPeopleList(text: string): { places: ListedPlace[]; problems: LineProblem[] } {
  const { rows, unquoted } = readDelimited(text)
  const [first] = rows
  if (!first) return { places: [], problems: unquoted.map((line) => ({ line, key: 'quotes' })) }
  if (rows.length > LIST_LINES) {
    const { line } = rows[LIST_LINES]!
    return { places: [], problems: [{ line, key: 'tooMany', values: { limit: LIST_LINES } }] }
  }
  const headings = readHeadings(first.cells)
  const places: ListedPlace[] = []
  const problems: LineProblem[] = unquoted.map((line) => ({ line, key: 'quotes' }))
  if (headings?.missing)
    problems.push({ line: first.line, key: 'columnMissing', values: { column: headings.missing } })
  for (const row of headings ? rows.slice(1) : rows) {
    const place = readRow(row, headings?.columns ?? listColumns)
    if ('key' in place) problems.push(place)
    else places.push(place)
  }
  return { places, problems }
}

function readRow(
  { line, cells }: Row,
  columns: readonly (Column | null)[],
): ListedPlace | LineProblem {
  const content = cells.join(' ')
  if (content.includes('\uFFFD')) return { line, key: 'brokenEncoding' }
  if (faultOf(content)) return { line, key: 'forbiddenCharacter' }
  if (cells.slice(columns.length).some(Boolean))
    return { line, key: 'tooManyCells', values: { columns: columns.length } }
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? ''

  const delegation = requiredName(200).safeParse(cell('delegation'))
  if (!delegation.success) return { line, key: 'delegation' }
  const kind = kindWords.get(plainWord(cell('kind')))
  if (kind === undefined) return { line, key: 'kind', values: { word: excerpt(cell('kind')) } }
  const place = { line, delegation: delegation.data, kind }
  if (!cell('person') && !cell('e-mail')) return { ...place, person: null }

  const inPerson = readNamedAddress(cell('person'))
  const inAddress = readNamedAddress(cell('e-mail') || (inPerson.name && inPerson.address))
  const name = requiredName(200).safeParse(inPerson.name || cell('person') || inAddress.name)
  if (!name.success) return { line, key: 'person' }
  const honorific = optionalName(40).safeParse(cell('honorific'))
  if (!honorific.success) return { line, key: 'honorific' }
  const email = Email.safeParse(inAddress.address)
  if (!email.success) return { line, key: 'email', values: { word: excerpt(cell('e-mail')) } }
  const role = roleWords.get(plainWord(cell('role')))
  if (!role) return { line, key: 'role', values: { word: excerpt(cell('role')) } }
  const maySubmit = rightWords.get(plainWord(cell('may submit')))
  if (maySubmit === undefined)
    return { line, key: 'maySubmit', values: { word: excerpt(cell('may submit')) } }
  return {
    ...place,
    person: { name: name.data, honorific: honorific.data, email: email.data, role, maySubmit },
  }
}

function readHeadings(cells: readonly string[]) {
  const columns = cells.map((cell) => headingWords.get(plainWord(cell)) ?? null)
  if (!columns.includes('delegation') || columns.filter(Boolean).length < 2) return null
  const needed = ['delegation', 'person', 'e-mail'] as const
  return { columns, missing: needed.find((column) => !columns.includes(column)) }
}

const excerpt = (word: string) => word.slice(0, 60)
const plainWord = (word: string) =>
  word
    .toLowerCase()
    .replaceAll('organisation', 'organization')
    .replace(/[\s_-]+/g, ' ')
    .trim()

const headingWords = new Map<string, Column>([
  ['delegation', 'delegation'],
  ['country', 'delegation'],
  ['state', 'delegation'],
  ['kind', 'kind'],
  ['person', 'person'],
  ['name', 'person'],
  ['honorific', 'honorific'],
  ['form of address', 'honorific'],
  ['e mail', 'e-mail'],
  ['email', 'e-mail'],
  ['e mail address', 'e-mail'],
  ['email address', 'e-mail'],
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
