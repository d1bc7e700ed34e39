import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  reusedWords,
  type TakenWords,
  whoseWords,
  type Worded,
} from '@/lib/consolidation/provenance/item-provenance'
import { lengthOf, piecesOf } from '@/lib/text/weave/provenance'

const train = 'Member States should train teachers and judges on electronic evidence.'
const share = 'Member States should share electronic evidence through the 24/7 network.'
const sources: TakenWords[] = [
  { id: 'train', text: train },
  { id: 'share', text: share },
]

/** Each run of words with its source. */
const sourcesOfWords = (wordings: readonly string[], from: readonly TakenWords[] = sources) => {
  const numbered = wordings.map((text, index): Worded => ({ number: index + 1, text }))
  return piecesOf(numbered.at(-1)!.text, whoseWords(numbered, from, 'en')).map(
    ({ text, source }) => [
      text,
      source.kind === 'items' ? source.ids.join('+') : source.kind === 'revision' && source.number,
    ],
  )
}

describe('whose the words of a consolidated item are', () => {
  test('words that stand in a source are its words, all others the desk’s', () => {
    expect(
      sourcesOfWords([
        'States should train teachers and judges, and share electronic evidence quickly.',
      ]),
    ).toEqual([
      ['States should train teachers and judges', 'train'],
      [', and ', 1],
      ['share ', 'share'],
      ['electronic evidence', 'train+share'],
      [' quickly.', 1],
    ])
  })

  test('words that two sources have are both’s', () => {
    expect(sourcesOfWords(['Collect electronic evidence.'])).toEqual([
      ['Collect ', 1],
      ['electronic evidence.', 'train+share'],
    ])
  })

  test('what all drafters write is no source', () => {
    expect(sourcesOfWords(['Member States should do something else.'])).toEqual([
      ['Member States should do something else.', 1],
    ])
  })

  test('stays true over later wordings: kept words keep their source among new ones', () => {
    const [first, second] = [
      'Member States should train teachers and judges.',
      'Member States should train all teachers and their judges.',
    ]
    expect(sourcesOfWords([first, second])).toEqual([
      ['Member States should train ', 'train'],
      ['all ', 2],
      ['teachers and ', 'train'],
      ['their ', 2],
      ['judges.', 'train'],
    ])
  })

  test('a part that was taken gives its words alone, an idea none', () => {
    const part = [{ id: 'train', text: 'electronic evidence' }]
    expect(sourcesOfWords(['Train teachers and judges on electronic evidence.'], part)).toEqual([
      ['Train teachers and judges on ', 1],
      ['electronic evidence.', 'train'],
    ])
    expect(sourcesOfWords([train], [])).toEqual([[train, 1]])
  })

  test('in languages without spaces too', () => {
    const zh = '会员国应加强电子证据方面的国际合作。'
    expect(reusedWords('建议加强电子证据方面的国际合作', zh, 'zh')[0]).toBeDefined()
  })
})

const word = fc.constantFrom('train', 'teachers', 'evidence', 'network', 'and', 'the', 'judges')
const text = fc.array(word, { maxLength: 14 }).map((all) => all.join(' '))

test('the runs always add up to the text, and a source’s own words stand in it', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      text,
      text,
      (all, first, second) => {
        const wordings = all.map((words, index) => ({ number: index + 1, text: words }))
        const from = [
          { id: 'one', text: first },
          { id: 'other', text: second },
        ]
        const last = all.at(-1)!
        const provenance = whoseWords(wordings, from, 'en')
        expect(lengthOf(provenance)).toBe(last.length)
        for (const { text: piece, source } of piecesOf(last, provenance)) {
          if (source.kind !== 'items') continue
          for (const id of source.ids)
            for (const part of piece.trim().split(' '))
              expect(from.find((source) => source.id === id)!.text).toContain(part)
        }
      },
    ),
  )
})
