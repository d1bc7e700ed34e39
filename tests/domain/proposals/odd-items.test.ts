import { expect, test } from 'vitest'
import { otherLanguages, twinHeadings } from '@/lib/proposals/import/odd-items'

test('an import tells of headings that differ in capital letters alone, and of texts in another language', () => {
  const items = [
    {
      line: 2,
      heading: 'LEGISLATION',
      language: 'en' as const,
      text: 'Member States should adopt laws.',
    },
    {
      line: 3,
      heading: 'Legislation',
      language: 'ru' as const,
      text: 'Member States should adopt laws.',
    },
    {
      line: 4,
      heading: 'Prevention',
      language: 'ru' as const,
      text: 'Государствам следует принять законы.',
    },
    { line: 5, heading: 'LEGISLATION', language: 'ru' as const, text: 'Ãîñóäàðñòâàì ñëåäóåò.' },
  ]
  expect(twinHeadings(items)).toEqual([{ heading: 'Legislation', first: 'LEGISLATION' }])
  expect(otherLanguages(items)).toEqual([
    { line: 3, language: 'ru' },
    { line: 5, language: 'ru' },
  ])
})
