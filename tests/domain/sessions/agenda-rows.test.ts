import { describe, expect, it } from 'vitest'
import { addRow, type AgendaRow, moveRow } from '@/lib/sessions/agenda/rows'

const row = (number: string, letter: string, title: string): AgendaRow => {
  return { key: title, id: title, number, letter, title, kind: 'substantive' }
}
const rows = [row('1', '', 'A'), row('1', 'a', 'Aa'), row('1', 'b', 'Ab'), row('2', '', 'B')]
const read = (agenda: readonly AgendaRow[]) =>
  agenda.map(({ number, letter, title }) => `${number}${letter} ${title}`)

describe('the lines of an agenda', () => {
  it('move past each other with their lettered ones, and keep what they are', () => {
    const moved = moveRow(rows, 3, -1)
    expect(read(moved)).toEqual(['1 B', '2 A', '2a Aa', '2b Ab'])
    expect(read(moveRow(moved, 0, 1))).toEqual(read(rows))
  })

  it('with letters move within their item, and none past the first or the last', () => {
    expect(read(moveRow(rows, 2, -1))).toEqual(['1 A', '1a Ab', '1b Aa', '2 B'])
    expect(read(moveRow(rows, 1, -1))).toEqual(read(rows))
    expect(read(moveRow(rows, 3, 1))).toEqual(read(rows))
  })

  it('are added at the end, or under an item with its next letter', () => {
    expect(read(addRow(rows)).at(-1)).toBe('3 ')
    expect(read(addRow(rows, '1'))).toEqual(['1 A', '1a Aa', '1b Ab', '1c ', '2 B'])
    expect(new Set(addRow(addRow(rows), '2').map(({ key }) => key)).size).toBe(6)
  })
})
