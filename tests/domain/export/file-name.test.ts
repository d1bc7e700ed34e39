import { expect, test } from 'vitest'
import { fileName } from '@/lib/export/file-name'

test('two files with different contents have different names, and the same file has one', () => {
  const name = fileName('sixth-session-2020-list.docx', 'one')
  expect(name).toMatch(/^sixth-session-2020-list-[0-9a-f]{8}\.docx$/)
  expect(fileName('sixth-session-2020-list.docx', 'one')).toBe(name)
  expect(fileName('sixth-session-2020-list.docx', 'two')).not.toBe(name)
})
