import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameText, meet } from '@/lib/consolidation/typing'
import { documentFromText, plainText } from '@/lib/text/document'
import { fromMarked, toMarked } from '@/lib/text/marked'
import { words } from '@/lib/text/words'
import { RUNS } from '@/tests/support/runs'
import { amendedFrom, languages, textIn } from '@/tests/support/texts'

const met = (before: string, mine: string, theirs: string) => {
  const [base, own, other] = [before, mine, theirs].map(documentFromText)
  const { shown, held } = meet({ before: base!, mine: own!, theirs: other! }, 'en')
  return { shown: plainText(shown), held: held && plainText(held) }
}

describe('two who type into one text', () => {
  test('both changes stand where they are of different words', () => {
    const base = 'Member States should share evidence without delay.'
    expect(
      met(
        base,
        'Member States should share electronic evidence without delay.',
        'Member States should share evidence without undue delay.',
      ),
    ).toEqual({
      shown: 'Member States should share electronic evidence without undue delay.',
      held: null,
    })
  })

  test('of the same words, those on the screen stay and the others are held for who typed them', () => {
    const mine = 'Member States are encouraged to share evidence.'
    const theirs = 'Member States may share evidence.'
    expect(met('Member States should share evidence.', mine, theirs)).toEqual({
      shown: theirs,
      held: mine,
    })
  })

  const three = fc.constantFrom(...languages).chain((locale) =>
    textIn(locale).chain((base) =>
      fc.tuple(amendedFrom(base, locale), amendedFrom(base, locale)).map((both) => ({
        locale,
        documents: [base, ...both].map((text) => fromMarked(text)) as [never, never, never],
      })),
    ),
  )

  test('no word of either is lost, and none appears that neither typed', () => {
    fc.assert(
      fc.property(three, ({ locale, documents: [before, mine, theirs] }) => {
        const { shown, held } = meet({ before, mine, theirs }, locale)
        if (held) {
          expect(isSameText(held, mine)).toBe(true)
          expect(isSameText(shown, theirs)).toBe(true)
          return
        }
        const wordsOf = (text: typeof shown) => words(toMarked(text), locale)
        const known = new Set([before, mine, theirs].flatMap(wordsOf))
        for (const word of wordsOf(shown)) expect(known).toContain(word)
        const after = new Set(wordsOf(shown))
        const own = new Set(wordsOf(before))
        // What somebody put in stands there, unless the other, too, had words to say about the place.
        for (const word of [...wordsOf(mine), ...wordsOf(theirs)])
          if (!own.has(word)) expect(after).toContain(word)
      }),
      { numRuns: RUNS },
    )
  })

  test('who typed nothing sees what the other typed, and the other way round', () => {
    fc.assert(
      fc.property(three, ({ locale, documents: [before, , theirs] }) => {
        expect(meet({ before, mine: before, theirs }, locale)).toEqual({
          shown: theirs,
          held: null,
        })
        const alone = meet({ before, mine: theirs, theirs: before }, locale)
        expect(isSameText(alone.shown, theirs)).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})
