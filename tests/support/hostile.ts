import fc from 'fast-check'

// What other programs may hand to the engine: few words many times, line ends of every kind, signs that hang on
// to what stands before them, faces and flags, half a surrogate pair, the private characters of lib/text/signs.ts.
const kinds: Record<string, { locale: string; pieces: string[]; glue: string[] }> = {
  'two words': { locale: 'en', pieces: ['a', 'b'], glue: [' '] },
  'few words': { locale: 'en', pieces: ['a', 'b', 'c'], glue: [' ', ' ', ' ', ', ', '. '] },
  letters: { locale: 'en', pieces: "ab \n,.'1-_".split(''), glue: [''] },
  'line ends': {
    locale: 'en',
    pieces: ['a', 'b', 'the'],
    glue: [' ', '\r\n', '\n', '\r', '  ', '\t', '\u00a0', '\u2003', '\u3000', '\u2028'],
  },
  'hanging signs': {
    locale: 'fr',
    pieces: ['e\u0301', '\u0301', 'n\u0303', 'a', '\u200d', '\u200b', '\ufeff', '\u00ad', '\u0600'],
    glue: ['', ' '],
  },
  faces: {
    locale: 'en',
    pieces: ['👩‍👩‍👧', '👩', '\u200d', '👧', '🇦🇹', '🇫', '🇷', '1️⃣', '👍🏽', '🏽', 'a', '𠮷'],
    glue: ['', ' '],
  },
  halves: { locale: 'en', pieces: ['\ud83d', '\ude00', 'a', '😀', '\udbff'], glue: ['', ' '] },
  signs: {
    locale: 'en',
    pieces: ['a', 'the', ...'\uE000\uE001\uE002\uE003\uE004\uE005[]*'.split('')],
    glue: [' ', '', '\n'],
  },
  Spanish: {
    locale: 'es',
    pieces: ['los', 'Estados', '¿cómo?', 'ñandú', 'deberían'],
    glue: [' ', ', ', '; '],
  },
  Russian: {
    locale: 'ru',
    pieces: ['и', 'й', 'и\u0306', '«данные»', 'данные', 'учёт'],
    glue: [' ', ', '],
  },
  Chinese: {
    locale: 'zh',
    pieces: [
      '会员国',
      '应当',
      '分享',
      '电子',
      '证据',
      '国',
      '会',
      '𠮷',
      'AI',
      '3',
      '的',
      '，',
      '。',
    ],
    glue: ['', '', '，'],
  },
  Arabic: {
    locale: 'ar',
    pieces: [
      'للدول',
      'مُحَمَّد',
      'محمد',
      'ـــ',
      'تبـادل',
      'v2.1',
      '24/7',
      '٢٤',
      '\u064e',
      'لا\u200cيمكن',
      'و',
    ],
    glue: [' ', '', '، '],
  },
}

type Kind = (typeof kinds)[string]

const textOf = ({ pieces, glue }: Kind, maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...glue)), { maxLength })
    .map((all) => all.map(([piece, after]) => piece + after).join(''))

/** The text with a few stretches of code units replaced, wherever they begin and end. */
const brokenFrom = (base: string, kind: Kind): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(base.length), fc.nat(8), textOf(kind, 2)), {
      minLength: 1,
      maxLength: 3,
    })
    .map((edits) =>
      edits.reduce(
        (text, [at, length, insert]) => text.slice(0, at) + insert + text.slice(at + length),
        base,
      ),
    )

/** A language, a base and some other texts, most of them made of it. */
export const hostileTexts = (count: number) =>
  fc.constantFrom(...Object.values(kinds)).chain((kind) =>
    textOf(kind, 14).chain((base) =>
      fc
        .array(fc.oneof(brokenFrom(base, kind), brokenFrom(base, kind), textOf(kind, 14)), {
          minLength: 1,
          maxLength: count,
        })
        .map((texts) => ({ locale: kind.locale, base, texts })),
    ),
  )
