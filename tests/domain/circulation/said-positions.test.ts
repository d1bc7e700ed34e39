import { expect, test } from 'vitest'
import { positionSaid } from '@/lib/circulation/papers/free/said'
import { splitText } from '@/lib/circulation/papers/free/split'
import { targetIndex } from '@/lib/circulation/papers/free/targets/target-index'
import { twoLists } from '@/tests/support/free-papers'

const said = {
  supports: [
    'We support this recommendation.',
    'Corvina strongly supports it. No change is needed.',
    'On item No. 4: we support it.',
    'Nous appuyons cette recommandation.',
    'Apoyamos esta recomendación.',
    'Поддерживаем эту рекомендацию.',
    '我们支持这一建议。',
    'نؤيد هذه التوصية.',
  ],
  supportsWithChange: [
    'We support this, provided that it stays voluntary.',
    'Nous appuyons ce texte, sous réserve d’une modification.',
    'Corvina apoya esta recomendación, siempre que se suprima el final.',
    'Поддерживаем с поправкой.',
    '原则上支持，但建议修改。',
    'نؤيد هذه التوصية مع تعديل واحد.',
  ],
  doesNotSupport: [
    'This proposal cannot be supported.',
    'This is not supported by Corvina.',
    'We are unable to support this paragraph.',
    'We would no longer support it.',
    'Corvina is not in a position to support this.',
    'Nous ne soutenons pas ce texte.',
    'La Corvina n’est pas en mesure d’appuyer ce paragraphe.',
    'No podemos apoyar este párrafo.',
    'Corvina no respalda este párrafo.',
    'Не поддерживаем.',
    '不同意',
    '我们不能接受。',
    'لا نؤيد هذه التوصية.',
    'لا نستطيع أن نؤيد هذه الفقرة.',
  ],
  reserves: ['We reserve our position.', 'Nous réservons notre position.', '保留立场。', 'نتحفظ.'],
}

test.each(
  Object.entries(said).flatMap(([position, texts]) => texts.map((text) => [text, position])),
)('%s says: %s', (text, position) => {
  expect(positionSaid(text)).toEqual({ position, isUnclear: false })
})

test.each([
  'Corvina does not fully support this.',
  'We do not think that this paragraph should be supported.',
  'There is no reason not to support this.',
  'We do not object to this paragraph.',
  'We do not oppose it.',
  'We have no reservations.',
  'Не возражаем.',
  '我们不反对。',
  'لا نعارض.',
])('%s may mean two things, so nothing is guessed', (text) => {
  expect(positionSaid(text)).toEqual({ position: null, isUnclear: true })
})

test.each([
  'Support services for victims should be added.',
  'It will support developing countries.',
  'We agree that the text is unclear.',
])('%s states no position', (text) => {
  expect(positionSaid(text)).toEqual({ position: null, isUnclear: false })
})

test('a piece whose position is unclear waits for a person', () => {
  const index = targetIndex(twoLists)
  const [clear, unclear] = splitText(
    'Recommendation 4 (c) of 2018: we support it.\n\nRecommendation 4 (c) of 2018: we do not fully support it.',
    index,
  )
  expect(clear).toMatchObject({ position: 'supports', doubts: [] })
  expect(unclear).toMatchObject({ position: null, doubts: [{ key: 'positionUnclear' }] })
})
