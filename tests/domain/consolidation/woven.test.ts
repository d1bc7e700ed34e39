import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wovenText } from '@/lib/consolidation/provenance/woven'
import { wordsOf } from '@/lib/consolidation/similarity/tokens'
import { RUNS } from '@/tests/support/runs'

describe('sources woven into one text', () => {
  it('have all versions of a place in brackets where they are much alike', () => {
    expect(
      wovenText(
        [
          'Member States should answer within 72 hours.',
          'Member States should answer within seven days.',
        ],
        'en',
      ),
    ).toBe('Member States should answer within [72 hours] [seven days].')
  })

  it('have a paragraph of their own where they are not', () => {
    expect(
      wovenText(['Train judges and prosecutors.', 'States should share evidence at once.'], 'en'),
    ).toBe('Train judges and prosecutors.\nStates should share evidence at once.')
  })

  it('are the text itself if there is one, or several that read the same', () => {
    expect(wovenText(['Train judges.'], 'en')).toBe('Train judges.')
    expect(wovenText(['Train judges.', ' Train judges. '], 'en')).toBe('Train judges.')
    expect(wovenText([], 'en')).toBe('')
  })

  it('lose no word of any source', () => {
    const word = fc.constantFrom('States', 'should', 'share', 'train', 'judges', 'evidence', 'now')
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const woven = new Set(wordsOf(wovenText(texts, 'en')))
        for (const each of texts.flatMap(wordsOf)) expect(woven).toContain(each)
      }),
      { numRuns: Math.min(RUNS, 500) },
    )
  })
})
