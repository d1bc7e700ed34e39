import { expect, test } from 'vitest'
import { targetName } from '@/lib/circulation/compilation/target-name'
import { placeOnList } from '@/lib/consolidation/views'
import { differentPrintedNumber } from '@/lib/proposals/preliminary-list/item-number'

test('a printed number is named only where it differs from the number here', () => {
  expect(differentPrintedNumber('1 (a)', '17')).toBe('17')
  expect(differentPrintedNumber('1 (a)', '1 (a)')).toBeNull()
  expect(differentPrintedNumber('1 (a)', null)).toBeNull()
})

test('so it is in the name of an item on the desk and in the compilation', () => {
  const place = { heading: 'Legislation', paragraph: 4, letter: 'c' }
  const entry = {
    target: { kind: 'item' as const, id: '' },
    sessionOrdinal: 5,
    heading: 'Legislation',
    number: '4 (c)',
  }
  expect(placeOnList({ ...place, importedNumber: '17' })).toBe('Legislation, para. 4 (c) [17]')
  expect(targetName({ ...entry, importedNumber: '17' })).toContain('4 (c) [17]')
  expect(placeOnList({ ...place, importedNumber: '4 (c)' })).toBe('Legislation, para. 4 (c)')
  expect(targetName({ ...entry, importedNumber: '4 (c)' })).not.toContain('[')
})
