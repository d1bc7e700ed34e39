import { expect, test } from 'vitest'
import { fileName } from '@/lib/export/file-name'

test('two files with different contents have different names, and the same file has one', () => {
  const one = fileName('sixth-session-2020-list.docx', 'one')
  expect(one).toMatch(/^sixth-session-2020-list-[0-9a-f]{8}\.docx$/)
  expect(fileName('sixth-session-2020-list.docx', 'one')).toBe(one)
  expect(fileName('sixth-session-2020-list.docx', 'two')).not.toBe(one)
})
