import { expect, test } from 'vitest'
import { sessionNames } from '@/lib/circulation/papers/free/session-names'
import { splitText } from '@/lib/circulation/papers/free/split'
import type { NamedItem } from '@/lib/circulation/papers/free/targets/target'
import { targetIndex } from '@/lib/circulation/papers/free/targets/target-index'

const items = (session: number): NamedItem[] =>
  [1, 2].flatMap((paragraph) =>
    ['a', 'b', 'c', 'd'].map((letter) => ({
      id: `${session}: ${paragraph}${letter}`,
      headingId: `${session}: ${paragraph}`,
      listId: `list ${session}`,
      paragraph,
      letter,
      importedNumber: null,
      text: `Words of ${session}, ${paragraph} (${letter}), which no paper repeats.`,
    })),
  )

const index = targetIndex({
  lists: [4, 5].map((session) => ({ id: `list ${session}`, names: sessionNames(session) })),
  headings: [4, 5].flatMap((session) =>
    [1, 2].map((paragraph) => ({
      id: `${session}: ${paragraph}`,
      listId: `list ${session}`,
      title: `Heading ${session} ${paragraph}`,
      paragraph,
    })),
  ),
  items: [4, 5].flatMap(items),
})

test.each([
  ['Liste de la quatrième session', 'Recommandation 1 b) : Nous appuyons.', '4: 1b', 'supports'],
  ['Liste de la cinquième session', 'Alinéa c) du paragraphe 1 : oui.', '5: 1c', null],
  ['4e session', 'Paragraphe 2, alinéa d) : Qui paiera ?', '4: 2d', 'question'],
  ['Lista del cuarto período de sesiones', 'Párrafo 2 b): apoyamos.', '4: 2b', 'supports'],
  ['Quinto período de sesiones', 'Recomendación 1, apartado c): ¿Quién paga?', '5: 1c', 'question'],
  ['Список четвёртой сессии', 'Пункт 1 a): поддерживаем.', '4: 1a', 'supports'],
  ['Пятая сессия', 'Пункт 2 с): не поддерживаем.', '5: 2c', 'doesNotSupport'],
  ['第四届会议', '第1段(d)：我们支持这一建议。', '4: 1d', 'supports'],
  ['第五届会议清单', '第2(a)段：保留立场。', '5: 2a', 'reserves'],
  ['الدورة الخامسة', 'الفقرة 1 (ب): نؤيد هذه التوصية.', '5: 1b', 'supports'],
  ['قائمة الدورة الرابعة', 'الفقرة ٢ (د): لا نؤيد هذه التوصية.', '4: 2d', 'doesNotSupport'],
])('below “%s”, “%s” is about %s', (heading, words, item, position) => {
  for (const text of [`${heading}\n\n${words}`, `${heading}, ${words}`]) {
    const piece = splitText(text, index).at(-1)!
    expect([piece.guess?.at, piece.position], text).toEqual([
      { target: 'item', id: item },
      position,
    ])
  }
})

const nowhere = { listId: null, headingId: null }

test('a number of another text is no item, however the letters before it are spaced', () => {
  const spaced = 'البند ١ (  أ  ) و ١ (  ب  ) و ١ (  ج  ) و agenda item 9 (a)'
  expect(index.unknownIn(spaced, nowhere)).toBeNull()
  const named = 'الفقرة ١ (   أ   ) والفقرة ٩ (  ب  ) of resolution 74/173'
  expect(index.unknownIn(named, nowhere)).toBeNull()
})

test('an item that no list has is named as the paper writes it', () => {
  expect(index.unknownIn('البند ١ ( أ ) والبند ٩ (ب)', nowhere)).toBe('٩ (ب)')
  expect(index.byReference('الفقرة ٢ ( دـ )، الدورة الرابعة', nowhere)?.at).toEqual({
    target: 'item',
    id: '4: 2d',
  })
})
