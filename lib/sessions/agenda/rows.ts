import type { FormValues } from '@/lib/http/form-state'

/** A line of the agenda as typed: every field is text, `id` is empty for a new item. */
export type AgendaRow = {
  key: string
  id: string
  number: string
  letter: string
  title: string
  kind: string
}

/** The lines of a refused form, as typed. */
export function rowsTyped(values: FormValues): AgendaRow[] {
  const column = (name: string) => [values[name] ?? []].flat()
  const [ids, numbers, letters, kinds] = ['id', 'number', 'letter', 'kind'].map(column)
  return column('title').map((title, row) => ({
    key: `typed-${row}`,
    id: ids?.[row] ?? '',
    number: numbers?.[row] ?? '',
    letter: letters?.[row] ?? '',
    title,
    kind: kinds?.[row] ?? '',
  }))
}

/**
 * The lines with one line moved past its neighbour. The two swap numbers, and each item takes its
 * lettered sub-items along; a sub-item moves within its item. The first line does not move up.
 */
export function moveRow(rows: readonly AgendaRow[], index: number, by: -1 | 1): AgendaRow[] {
  const moved = rows[index]!
  const main = !moved.letter
  const peers = rows.filter((row) =>
    main ? !row.letter : row.letter && row.number === moved.number,
  )
  const neighbour = peers[peers.indexOf(moved) + by]
  if (!neighbour) return [...rows]
  const part = main ? 'number' : 'letter'
  const swap = (row: AgendaRow): AgendaRow => {
    if (!main && row.number !== moved.number) return row
    if (row[part] === moved[part]) return { ...row, [part]: neighbour[part] }
    return row[part] === neighbour[part] ? { ...row, [part]: moved[part] } : row
  }
  return inOrder(rows.map(swap))
}

/** The lines with a new line at the end: the next item, or the next sub-item of an item. */
export function addRow(rows: readonly AgendaRow[], under?: string): AgendaRow[] {
  const key = `new-${rows.length}-${under ?? ''}-${Math.max(0, ...rows.map(serialOf)) + 1}`
  const fresh = { key, id: '', title: '', kind: 'substantive' }
  if (under === undefined) {
    const number = String(Math.max(0, ...rows.map(numberOf)) + 1)
    return [...rows, { ...fresh, number, letter: '' }]
  }
  const lettered = rows.filter(({ number, letter }) => number === under && letter)
  const letter = String.fromCharCode(
    Math.min(122, Math.max(96, ...lettered.map((row) => row.letter.charCodeAt(0))) + 1),
  )
  const kind = rows.find(({ number }) => number === under)?.kind ?? fresh.kind
  const last = rows.findLastIndex(({ number }) => number === under)
  return rows.toSpliced(last + 1, 0, { ...fresh, kind, number: under, letter })
}

const serialOf = ({ key }: AgendaRow) => Number(/^new-.*-(\d+)$/.exec(key)?.[1] ?? 0)
const numberOf = ({ number }: AgendaRow) => Math.floor(Number(number)) || 0

const inOrder = (rows: readonly AgendaRow[]): AgendaRow[] =>
  rows.toSorted((a, b) => numberOf(a) - numberOf(b) || compare(a.letter, b.letter))
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
