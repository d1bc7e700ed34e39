import { expect, test } from 'vitest'
import { PlaceList } from '@/components/amendments/negotiation/place-list'
import { directionOfWords } from '@/lib/text/locales'
import { renderToStaticMarkup } from 'react-dom/server'

test('words have the direction of their letters, and of their text where they have both or none', () => {
  expect(directionOfWords('Member States should', 'ar')).toBe('ltr')
  expect(directionOfWords('ينبغي للدول', 'en')).toBe('rtl')
  expect(directionOfWords('API للدول', 'ar')).toBe('rtl')
  expect(directionOfWords('24', 'ar')).toBe('rtl')
  expect(directionOfWords('24', 'zh')).toBe('ltr')
})

test('an English replacement in an Arabic text begins at the left, beside the Arabic words that it replaces', () => {
  const part = (text: string) => [{ text, italic: false }]
  const place = {
    number: 1,
    base: part('ينبغي للدول'),
    wishes: [{ parts: part('Member States should'), by: [] }],
  }
  const of = { slug: 'sixth', number: 8 }
  const page = renderToStaticMarkup(
    <PlaceList places={[place]} amendments={[]} language="ar" of={of} />,
  )
  expect(page).toMatch(/dir="rtl"[^>]*><del>ينبغي/)
  expect(page).toMatch(/dir="ltr"[^>]*><ins>Member/)
})
