import { expect, test } from 'vitest'
import data from '@/data/font-coverage.json'
import { unprintable } from '@/lib/export/pdf/coverage'
import { paperToPdf } from '@/lib/export/pdf/write'
import { fontCoverage } from '@/scripts/fonts/coverage'
import { item, paperOf } from './sample'

const names: Record<string, string> = {
  Vietnamese: 'Nguyễn Thị Hạnh Đỗ',
  Czech: 'Příliš žluťoučký',
  Greek: 'Θεσσαλονίκη ᾠδή',
  Georgian: 'ქუთაისი',
  Armenian: 'Գյումրի',
  Hebrew: 'ירושלים',
  Amharic: 'ባሕር ዳር',
  Hindi: 'काठमाण्डौ क्षत्रिय',
  Bengali: 'চট্টগ্রাম',
  Tamil: 'யாழ்ப்பாணம்',
  Sinhala: 'ශ්‍රී ලංකා',
  Thai: 'เชียงใหม่ น้ำ',
  Lao: 'ວຽງຈັນ',
  Khmer: 'ភ្នំពេញ',
  Burmese: 'ရန်ကုန်',
  Dzongkha: 'ཐིམ་ཕུ',
  Dhivehi: 'މާލެ',
  Korean: '부산 세종',
  Japanese: 'さっぽろ カナ',
  signs: '¼ № § ‰ ← ≥ ✓ ☐ H₂O 10⁻⁶ €',
}

test('the letters of names of people and places in every script of a Member State can print', () => {
  expect(Object.entries(names).filter(([, name]) => unprintable(name).length > 0)).toEqual([])
})

test('letters that no font has are named, each once and in order; what nobody sees is not', () => {
  expect(unprintable('a 𝑥😀 b ᠮ😀\u200B\u2067c\u2069\n')).toEqual(['𝑥', '😀', 'ᠮ'])
  expect(unprintable('Nguye\u0302\u0303n')).toEqual([])
})

test('what is known of the fonts is what their files have', { timeout: 120_000 }, async () => {
  expect((await fontCoverage()) as object).toEqual(data)
})

test('a PDF holds the fonts of its scripts, and those alone', { timeout: 120_000 }, async () => {
  const fontsOf = async (...texts: string[]) => {
    const paper = paperOf(texts.map((text) => ({ kind: 'paragraph', ...item(text) }) as const))
    const pdf = Buffer.from(await paperToPdf(paper)).toString('latin1')
    const found = pdf.matchAll(
      /\/FontName ?\/\w+\+(Noto(?:Serif|Sans)\w+?)(?:-|Thin|Regular|Bold|Black|ExtraLight)/g,
    )
    return [...new Set(Array.from(found, ([, name]) => String(name)))].sort()
  }
  expect(await fontsOf('Tbilisi')).toEqual([])
  expect(await fontsOf(names.Georgian!, names.Korean!)).toEqual([
    'NotoSerifGeorgian',
    'NotoSerifKR',
  ])
  expect((await fontsOf(...Object.values(names))).length).toBeGreaterThan(13)
})
