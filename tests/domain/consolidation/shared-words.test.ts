import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markShared } from '@/lib/consolidation/similarity/shared-words'

const marked = (text: string, compared: string, language = 'en') =>
  markShared(text, compared, language)
    .map((piece) => (piece.shared ? `[${piece.text}]` : piece.text))
    .join('')

it('marks the words of both in all their forms, and no small ones', () => {
  expect(marked('The State’s ratification of the Convention', 'Ratify the conventions')).toBe(
    'The State’s [ratification] of the [Convention]',
  )
  expect(marked('Training the police', 'Train policy makers')).toBe('[Training] the police')
  expect(marked('建立联系渠道', '固定的联系渠道', 'zh')).toBe('建立[联系渠道]')
})

it('loses no character of a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, compared) => {
      expect(
        markShared(text, compared, 'en')
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
