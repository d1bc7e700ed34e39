import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apart, listed } from '@/lib/text/apart'

const ARABIC = 'جمعية سلامة الموانئ'

describe('names in a sentence of another direction', () => {
  test('each name that is written from right to left is kept apart from its neighbours', () => {
    expect(listed([ARABIC, 'سامي يوسف'])).toBe(`\u2068${ARABIC}\u2069, \u2068سامي يوسف\u2069`)
    expect(listed(['Ada Quill', ARABIC])).toBe(`Ada Quill, \u2068${ARABIC}\u2069`)
    expect(apart('הארץ')).toBe('\u2068הארץ\u2069')
  })

  test('other names stay as they are', () => {
    expect(listed(['Arvenia', 'Пётр Ильич', '中国'])).toBe('Arvenia, Пётр Ильич, 中国')
    expect(listed([])).toBe('')
  })

  test('no letter is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(apart(name).replace(/^\u2068|\u2069$/g, '')).toBe(
          name.replace(/^\u2068|\u2069$/g, ''),
        )
      }),
    )
  })
})
