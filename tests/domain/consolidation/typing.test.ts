import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameText, mergeTyping } from '@/lib/plenary/screen/concurrent-typing'
import { documentFromText, plainText } from '@/lib/text/document/document'
import { fromMarked } from '@/lib/text/document/marked'
import { withoutMarks } from '@/lib/text/signs'
import { RUNS } from '@/tests/support/runs'
import { amendedFrom, languages, textIn } from '@/tests/support/texts'

const meeting = (before: string, mine: string, theirs: string) => {
  const [base, myText, theirText] = [before, mine, theirs].map(documentFromText)
  const { shown, held } = mergeTyping({ before: base!, mine: myText!, theirs: theirText! }, 'en')
  return { shown: plainText(shown), held: held && plainText(held) }
}

describe('two who type into one text', () => {
  test('both changes stand where they are of different words', () => {
    const base = 'Member States should share evidence without delay.'
    expect(
      meeting(
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
    expect(meeting('Member States should share evidence.', mine, theirs)).toEqual({
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

  /** The pieces of a text after somebody took some out and put words of their own before some. */
  const typedBy = (name: string, pieces: readonly string[]) =>
    fc
      .array(fc.record({ at: fc.nat(pieces.length - 1), length: fc.nat(3), puts: fc.boolean() }), {
        maxLength: 3,
      })
      .map((edits) =>
        edits.reduce(
          (text, { at, length, puts }, index) =>
            text.toSpliced(
              Math.min(at, text.length - 1),
              length,
              ...(puts ? [`${name}${index} `] : []),
            ),
          [...pieces],
        ),
      )
  const pieced = fc.constantFrom(...languages).chain((locale) =>
    textIn(locale).chain((text) => {
      // All words differ, so that a removed word can be identified.
      const found = withoutMarks(text).match(/[\p{L}\p{N}]\S*/gu) ?? []
      const base = [...found, 'end'].map((word, at) => `${word}${at} `)
      return fc.record({
        locale: fc.constant(locale),
        before: fc.constant(base),
        mine: typedBy('mine', base),
        theirs: typedBy('theirs', base),
      })
    }),
  )

  test('no word of either is lost, and none appears that neither typed', () => {
    fc.assert(
      fc.property(pieced, ({ locale, ...pieces }) => {
        const before = fromMarked(pieces.before.join(''))
        const mine = fromMarked(pieces.mine.join(''))
        const theirs = fromMarked(pieces.theirs.join(''))
        const { shown, held } = mergeTyping({ before, mine, theirs }, locale)
        if (held) {
          expect(isSameText(held, mine)).toBe(true)
          expect(isSameText(shown, theirs)).toBe(true)
          return
        }
        const wordsOf = (text: typeof shown) => plainText(text).match(/\S+/g) ?? []
        const wordsBefore = new Set(wordsOf(before))
        const put = [...wordsOf(mine), ...wordsOf(theirs)].filter((word) => !wordsBefore.has(word))
        const after = wordsOf(shown)
        expect(after.filter((word) => !wordsBefore.has(word)).toSorted()).toEqual(put.toSorted())
      }),
      { numRuns: RUNS },
    )
  })

  test('who typed nothing sees what the other typed, and the other way round', () => {
    fc.assert(
      fc.property(three, ({ locale, documents: [before, , theirs] }) => {
        expect(mergeTyping({ before, mine: before, theirs }, locale)).toEqual({
          shown: theirs,
          held: null,
        })
        const alone = mergeTyping({ before, mine: theirs, theirs: before }, locale)
        expect(isSameText(alone.shown, theirs)).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})
