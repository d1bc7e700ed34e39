import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rebase } from '@/lib/text/weave/rebase'
import { weave } from '@/lib/text/weave/weave'
import { RUNS } from '@/tests/support/runs'

// Two hands change a word each, side by side too, where the one space between two words is all that they share.
const languages = {
  en: { words: 'Member States should consider ratifying the Convention', own: ['alpha', 'omega'] },
  fr: { words: 'Les États membres devraient envisager l’adhésion', own: ['alpha', 'oméga'] },
  es: { words: 'Los Estados Miembros deberían considerar adherirse', own: ['alfa', 'omega'] },
  ru: { words: 'Государствам-членам следует рассмотреть вопрос ратификации', own: ['да', 'нет'] },
  zh: { words: '会员国 应当 考虑 批准 电子证据 议定书', own: ['促进', '加强'] },
  ar: { words: 'ينبغي للدول الأعضاء تنظر التصديق UNODC بروتوكول', own: ['تعزيز', 'دعم'] },
}

const pairs = fc.constantFrom(...Object.entries(languages)).chain(([locale, { words, own }]) =>
  fc.shuffledSubarray(words.split(' '), { minLength: 4 }).chain((all) =>
    fc
      .record({
        places: fc.shuffledSubarray([...all.keys()], { minLength: 2, maxLength: 2 }),
        isTakenOut: fc.tuple(fc.boolean(), fc.boolean()),
      })
      .map(({ places, isTakenOut }) => {
        const space = locale === 'zh' ? '' : ' '
        const changed = places.map((place, hand) =>
          all
            .flatMap((word, at) => (at !== place ? [word] : isTakenOut[hand] ? [] : [own[hand]!]))
            .join(space),
        )
        return { locale, base: all.join(space), one: changed[0]!, other: changed[1]! }
      }),
  ),
)

describe('changes of two words, wherever they stand', () => {
  test('do not collide', () => {
    fc.assert(
      fc.property(pairs, ({ locale, base, one, other }) => {
        const amended = [
          { id: 'one', text: one },
          { id: 'other', text: other },
        ]
        for (const segment of weave(base, amended, locale))
          if (segment.kind === 'changed') expect(segment.alternatives).toHaveLength(1)
      }),
      { numRuns: RUNS },
    )
  })

  test('are carried over one another clean', () => {
    fc.assert(
      fc.property(pairs, ({ locale, base, one, other }) => {
        expect(rebase(base, one, other, locale).state).toBe('clean')
      }),
      { numRuns: RUNS },
    )
  })
})
