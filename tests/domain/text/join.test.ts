import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decideFor,
  outcomeOf,
  recall,
  remember,
  rememberedSchema,
} from '@/lib/text/weave/decisions'
import {
  type Changed,
  changedOf,
  type Decision,
  join,
  joinedProvenance,
} from '@/lib/text/weave/join'
import { fromMarked, toMarked } from '@/lib/text/document/marked'
import { lengthOf, ownWords, type Provenance, piecesOf } from '@/lib/text/weave/provenance'
import { choicesOf } from '@/lib/text/weave/choices'
import { weave } from '@/lib/text/weave/weave'
import { RUNS } from '@/tests/support/runs'
import { amendedTexts } from '@/tests/support/texts'

const named = (texts: readonly string[]) => texts.map((text, index) => ({ id: `${index}`, text }))
const whoseWords = (text: string, provenance: Provenance) =>
  piecesOf(text, provenance).map((piece) => [
    piece.text,
    piece.source.kind === 'revision' ? piece.source.number : piece.source.by.join('+'),
  ])

const deskAt = (base: string, texts: string[], locale = 'en') => {
  const segments = weave(base, named(texts), locale)
  const joining = { base: ownWords(base, 1), revision: 2, locale }
  return { segments, joining }
}
const joined = (base: string, texts: string[], decisions: Decision[], locale = 'en') => {
  const { segments, joining } = deskAt(base, texts, locale)
  const text = join(segments, decisions)
  return { text, words: whoseWords(text, joinedProvenance(segments, decisions, joining)) }
}

const anyTake = ({ alternatives }: Changed) =>
  fc.option(fc.nat(alternatives.length - 1), { nil: null })

describe('the laws of joining', () => {
  const anyDesk = amendedTexts(4).chain(({ locale, base, texts }) => {
    const segments = choicesOf(base, named(texts), locale)
    const decision = ({ parts }: Changed): fc.Arbitrary<Decision | null> =>
      fc.oneof(
        fc.constant(null),
        fc.constant<Decision>({ keep: true }),
        fc.record({ take: fc.nat(3) }),
        fc.record({ write: fc.constantFrom('', ...texts) }),
        ...(parts ? [fc.record({ parts: fc.tuple(...changedOf(parts).map(anyTake)) })] : []),
      )
    return fc
      .tuple(...changedOf(segments).map(decision))
      .map((decisions) => ({ locale, base, texts, segments, decisions }))
  })

  test('nothing taken is the base; all of one amendment taken is its text', () => {
    fc.assert(
      fc.property(anyDesk, ({ base, texts, segments }) => {
        expect(join(segments, [])).toBe(base)
        for (const { id, text } of named(texts)) {
          const decisions = decideFor(segments, [], [id], 'take')
          expect(join(segments, decisions)).toBe(text)
          expect(outcomeOf(segments, decisions, id)).toBe(text === base ? null : 'accepted')
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('every word has a source, and one of an amendment stands in that amendment', () => {
    fc.assert(
      fc.property(anyDesk, ({ locale, base, texts, segments, decisions }) => {
        const text = join(segments, decisions)
        const joining = { base: ownWords(base, 1), revision: 2, locale }
        const provenance = joinedProvenance(segments, decisions, joining)
        expect(lengthOf(provenance)).toBe(text.length)
        for (const piece of piecesOf(text, provenance)) {
          if (piece.source.kind === 'amendment')
            for (const id of piece.source.by) expect(texts[Number(id)]).toBeDefined()
          if (!decisions.some((decision) => decision && 'write' in decision))
            expect(piece.source).not.toEqual({ kind: 'revision', number: 2 })
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('what a desk remembers it recalls; it survives storing', () => {
    fc.assert(
      fc.property(anyDesk, ({ segments, decisions }) => {
        const stored: unknown = JSON.parse(JSON.stringify(remember(segments, decisions)))
        const recalled = recall(segments, rememberedSchema.parse(stored))
        expect(join(segments, recalled)).toBe(join(segments, decisions))
      }),
      { numRuns: RUNS },
    )
  })

  test('the joined text is a document, whatever became of its marks', () => {
    fc.assert(
      fc.property(anyDesk, ({ segments, decisions }) => {
        const document = fromMarked(join(segments, decisions))
        expect(fromMarked(toMarked(document))).toEqual(document)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('a text joined of amendments', () => {
  const base = 'States shall share evidence without delay.'
  const texts = [
    'States should share evidence without delay.',
    'States should share evidence without delay.',
    'States may share evidence within 24 hours.',
    'States shall share electronic evidence without delay.',
  ]

  test('names the States behind each word, both of two that agree', () => {
    const decisions = [{ take: 1 }, { take: 0 }, { keep: true }] satisfies Decision[]
    expect(joined(base, texts, decisions)).toEqual({
      text: 'States should share electronic evidence without delay.',
      words: [
        ['States ', 1],
        ['should', '0+1'],
        [' share ', 1],
        ['electronic ', '3'],
        ['evidence without delay.', 1],
      ],
    })
  })

  test('leaves the words taken over to the amendment where the joining hand wrote', () => {
    const decisions: Decision[] = [
      { write: 'should and may' },
      { keep: true },
      { write: 'without undue delay' },
    ]
    expect(joined(base, texts, decisions).words).toEqual([
      ['States ', 1],
      ['should', '0+1'],
      [' and ', 2],
      ['may', '2'],
      [' share evidence without ', 1],
      ['undue ', 2],
      ['delay.', 1],
    ])
  })

  test('what became of each: taken, in part, declined, nothing asked', () => {
    const { segments } = deskAt(base, [...texts, base])
    const decisions: Decision[] = [{ take: 0 }, { keep: true }, { keep: true }]
    expect(['0', '2', '3', '4'].map((id) => outcomeOf(segments, decisions, id))).toEqual([
      'declined',
      'partly',
      'declined',
      null,
    ])
  })

  test('a decision outlives an amendment that comes later, unless its own words are contested', () => {
    const before = deskAt(base, texts.slice(0, 2)).segments
    const stored = remember(before, [{ take: 0 }])
    expect(recall(deskAt(base, texts).segments, stored)).toEqual([{ take: 1 }, null, null])
    const contested = deskAt(base, [...texts, 'Parties must share evidence without delay.'])
    expect(join(contested.segments, recall(contested.segments, stored))).toMatch(/ should /)
  })

  test('a part of a suggestion is its words where they were taken, and it is accepted in part', () => {
    const limit = 'Reply within 72 hours.'
    const segments = choicesOf(
      limit,
      named(['Reply within seven days.', 'Reply within 48 hours.']),
      'en',
    )
    const decisions: Decision[] = [{ parts: [1, null] }]
    expect(join(segments, decisions)).toBe('Reply within seven hours.')
    expect(['0', '1'].map((id) => outcomeOf(segments, decisions, id))).toEqual([
      'partly',
      'declined',
    ])
    expect(recall(segments, remember(segments, decisions))).toEqual(decisions)
    expect(recall(choicesOf(limit, named(['Reply within seven days.']), 'en'), [])).toEqual([null])
  })

  test('in Chinese and Arabic too', () => {
    const zh = joined(
      '会员国应当分享电子证据。',
      ['会员国可以分享电子证据。', '会员国应当分享电子数据。'],
      [{ take: 0 }, { take: 0 }],
      'zh',
    )
    expect(zh.text).toBe('会员国可以分享电子数据。')
    expect(zh.words).toContainEqual(['可以', '0'])
    const ar = joined(
      'ينبغي للدول تبادل المعلومات عبر WhatsApp.',
      ['يجب للدول تبادل المعلومات عبر WhatsApp.', 'ينبغي للدول تبادل الأدلة عبر WhatsApp.'],
      [{ take: 0 }, { take: 0 }],
      'ar',
    )
    expect(ar.text).toBe('يجب للدول تبادل الأدلة عبر WhatsApp.')
    expect(ar.words).toContainEqual(['الأدلة', '1'])
  })
})
