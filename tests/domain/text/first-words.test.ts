import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstWords } from '@/lib/text/first-words'

test('the first words of a text end between words', () => {
  const text =
    'Member States should designate contact points that are available at any hour of the day.'
  expect(firstWords(text)).toBe('Member States should designate contact points that are …')
  expect(firstWords('Short.')).toBe('Short.')
  expect(firstWords('  Two\nlines ')).toBe('Two lines')
})

test('a Chinese text, which has no spaces, shows its first words too', () => {
  const text =
    '应当指定每天24小时可以联系的联络点（见大会第65/230号决议第9段），并在19天内向联合国毒品和犯罪问题办公室（UNODC）提交报告。'
  const words = firstWords(text)
  expect(words.length).toBeGreaterThan(40)
  expect(text.startsWith(words.slice(0, -1))).toBe(true)
  expect(words.endsWith('…')).toBe(true)
})

test('no number is cut, so that 90 days do not become 9', () => {
  const text = 'ينبغي حفظ البيانات لمدة لا تقل عن 90 يوماً وفقاً لمعيار ISO/IEC 27037:2012'
  for (let most = 10; most < text.length; most += 1)
    expect(firstWords(text, most)).not.toMatch(/(?<!\d)(9|2|27|270|2703)\s?…$/)
  const chinese = `${'数据应当保存至少'.repeat(7)}90天，并在5天内提交报告。`
  for (let most = 50; most < chinese.length; most += 1)
    expect(firstWords(chinese, most)).not.toMatch(/9…$/)
})

test('the beginning of any text is one of it, never longer than asked and never empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (text) => {
      const line = text.replace(/\s+/gu, ' ').trim()
      const words = firstWords(text).replace(/ ?…$/u, '')
      expect(line.startsWith(words)).toBe(true)
      expect(words.length).toBeLessThanOrEqual(60)
      if (line) expect(words).not.toBe('')
    }),
  )
})
