import { expect, test } from 'vitest'
import { behalfIn } from '@/lib/circulation/forms/reading/behalf'
import { numberedParts } from '@/lib/circulation/forms/reading/parts'
import { recognize } from '@/lib/circulation/forms/reading/recognize'
import { commentCategories, commentPositions } from '@/lib/comments/kinds'
import { translations } from '@/lib/messages'

test('each category and position is known as the form prints it', () => {
  for (const category of commentCategories)
    expect(recognize(translations('comments.categories')(category)).categories).toEqual([category])
  for (const position of commentPositions)
    expect(recognize(translations('comments.positions')(position)).positions).toEqual([position])
})

test.each([
  ['ed', 'editorial'],
  ['Rédactionnel', 'editorial'],
  ['DE FONDO', 'substantive'],
  ['по существу', 'substantive'],
  ['翻译', 'translation'],
  ['تقنية', 'technical'],
])('%s is the category %s', (word, category) => {
  expect(recognize(word)).toEqual({ categories: [category], positions: [], unknown: '' })
})

test.each([
  ['We agree', null],
  ['agree', 'supports'],
  ['Ne soutient pas', 'doesNotSupport'],
  ['reserva su posición', 'reserves'],
  ['Поддерживаем', 'supports'],
  ['не поддерживает', 'doesNotSupport'],
  ['不支持', 'doesNotSupport'],
  ['تؤيد مع تعديل', 'supportsWithChange'],
  ['Support with amendments.', 'supportsWithChange'],
])('%s is the position %s', (word, position) => {
  const { positions, unknown } = recognize(word)
  expect(positions).toEqual(position ? [position] : [])
  expect(unknown).toBe(position ? '' : word)
})

test('two types in one cell are two, in every language, and other words are told', () => {
  expect(recognize('editorial / substantive').categories).toEqual(['substantive', 'editorial'])
  expect(recognize('technique et rédactionnel').categories).toEqual(['technical', 'editorial'])
  expect(recognize('技术、编辑').categories).toEqual(['technical', 'editorial'])
  expect(recognize('تقني وتحريري').categories).toEqual(['technical', 'editorial'])
  expect(recognize('editorial, urgent')).toEqual({
    categories: ['editorial'],
    positions: [],
    unknown: 'urgent',
  })
})

test.each([
  [
    'This is said on behalf of the Group of Friends, too. More.',
    'on behalf of the Group of Friends, too',
  ],
  ['Déclaration faite au nom de l’Union.', 'au nom de l’Union'],
  ['От имени группы стран: да', 'От имени группы стран: да'],
  ['代表团支持这一段。', null],
  ['We support it.', null],
])('%s speaks for %s', (text, names) => {
  expect(behalfIn(text)).toBe(names)
})

test('numbered comments in one cell are parts, and years and decimals are not', () => {
  const four = '1. One.\n2) Two,\nstill two.\n(3) Three.\n4. Four.'
  expect(numberedParts(four).map(({ text }) => text)).toEqual([
    '1. One.',
    '2) Two,\nstill two.',
    '(3) Three.',
    '4. Four.',
  ])
  expect(numberedParts('Before.\na) One.\nb) Two.')).toHaveLength(3)
  expect(numberedParts('1. Only one.\nMore.')).toHaveLength(1)
  expect(numberedParts('2018. It was\n2019. It was')).toHaveLength(1)
  expect(numberedParts('  ')).toEqual([])
  const within = (text: string) => numberedParts(text).map((part) => part.text)
  expect(within('1. Please add a date. 2. Regular is vague.')).toEqual([
    '1. Please add a date.',
    '2. Regular is vague.',
  ])
  expect(within('Two remarks: (a) Add a date; (b) Say how often.')).toHaveLength(3)
  for (const one of [
    'In 2018. It grew by 2.5 per cent. 2019. It fell.',
    'See paragraph 1 (a) and 2 (b). Then stop.',
    '1. Only one. See No. 12. It is old.',
  ])
    expect(within(one)).toEqual([one])
})
