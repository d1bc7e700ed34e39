import { describe, expect, test } from 'vitest'
import { findForbiddenCharacter, isBlank } from '@/lib/text/characters'
import { optionalName, plainLine, requiredName } from '@/lib/text/line'
import { faultOfText, MAX_LETTERS } from '@/lib/text/limits'
import { wordCount } from '@/lib/text/words'
import { quietCostOf } from '@/tests/support/cost'

describe('a text is refused that', () => {
  test.each([
    ['hides a message in tag characters', `Agreed.${tags('Not agreed.')}`, 'invisible'],
    ['hides a flag of tag characters', '🏴\u{E0067}\u{E0062}\u{E007F}', 'invisible'],
    ['hides a message in variation selectors', `a${'\uFE01\uFE02'.repeat(8)}`, 'invisible'],
    ['has a long row of zero-width characters', `a${'\u200B\u200D'.repeat(8)}b`, 'invisible'],
    ['annotates between the lines', 'a\uFFF9b\uFFFAc\uFFFB', 'invisible'],
    ['piles marks on a letter', `Z${'\u0351\u0323'.repeat(150)}`, 'stacked'],
    ['has a word of half a million letters', 'x'.repeat(500_000), 'longWord'],
    ['has a long word in Cyrillic among Chinese', `会员国${'ж'.repeat(501)}会员国`, 'longWord'],
    ['turns the direction of writing', 'a\u202Eb', 'bidi'],
    ['opens an isolate and leaves it open', 'a \u2067مرحبا', 'bidi'],
    ['ends an isolate in another paragraph', 'a \u2067مرحبا\nb\u2069', 'bidi'],
    ['ends an isolate that was not opened', 'a\u2069 \u2067b', 'bidi'],
    ['has private characters of a higher plane', 'a\u{F0000}', 'reserved'],
  ])('%s', (_, text, reason) => {
    expect(findForbiddenCharacter(text)).toBe(reason)
    expect(plainLine(1_000_000).safeParse(text).success).toBe(false)
  })
})

test.each([
  [
    'Arabic with isolates, marks of direction and vowels',
    'قال «\u2067مُحَمَّدٌ\u2069»\u200F و\u2066v2.1\u2069',
  ],
  ['Persian with joiners', 'می\u200Cخواهم'],
  ['Vietnamese, letters and marks apart', 'Đặng Thị Ngọc Ánh'.normalize('NFD')],
  ['Hebrew with points and accents', 'בְּרֵאשִׁ֖ית'],
  ['Hindi, Thai, Khmer and Tibetan', 'नमस्ते ภาษาไทย ខ្មែរ བཀྲ་ཤིས'],
  ['faces of joined people and a keycap', '👩‍👩‍👧 1️⃣ 👍🏽'],
  ['a Japanese name with a variant of a letter', '葛\u{E0100}城市'],
  ['a long address', `https://www.example.org/${'documents/'.repeat(60)}paper.pdf`],
  ['a long Chinese paragraph', '会员国应当分享电子证据'.repeat(100)],
])('a text may hold %s', (_, text) => {
  expect(findForbiddenCharacter(text)).toBeNull()
})

test.each(['\u2800\u2800', '\u3164', '\u200B \u00A0', '\u{1D159}', '\u0301', '\u2067\u2069', ''])(
  'nothing can be seen of %j, so it is no text and no name',
  (text) => {
    expect(isBlank(text)).toBe(true)
    expect(requiredName(200).safeParse(text).success).toBe(false)
    expect(faultOfText(text, 'en')?.key).toBe('empty')
  },
)

test.each(['a', '1', '—', '…', '한', '👍', '\u0600'.concat('1')])('%j can be seen', (text) => {
  expect(isBlank(text)).toBe(false)
})

test('a name is one line in one form', () => {
  expect(requiredName(200).parse(' Jose\u0301 \r\n  Example ')).toBe('José Example')
  expect(optionalName(200).parse(' \n ')).toBe('')
  expect(requiredName(5).safeParse('123456').error?.issues[0]?.message).toBe('tooLong')
})

describe('the limits of a text hold', () => {
  test.each([
    ['250,000 signs of punctuation', '.'.repeat(250_000), 'tooManyLetters'],
    ['60,000 signs of punctuation', '.;'.repeat(30_000), 'tooManySigns'],
    ['1,001 paragraphs', 'a\n'.repeat(1_001).trim(), 'tooManyParagraphs'],
    ['10,001 words', 'word '.repeat(10_001), 'tooManyWords'],
    ['more letters than 10,000 words have', 'ab '.repeat(MAX_LETTERS / 3 + 1), 'tooManyLetters'],
  ])('for %s', (_, text, key) => {
    expect(faultOfText(text, 'en')?.key).toBe(key)
  })

  // A quiet machine takes 60 ms at most.
  test('and are found at once, whatever is sent', async () => {
    for (const unit of [
      '.',
      'a.',
      '\u0301',
      '👩‍👩‍👧',
      'ภาษา',
      '会员',
      'a b, ',
      '\u2067',
      "it's-",
    ]) {
      const text = unit.repeat(600_000 / unit.length)
      for (const size of [MAX_LETTERS, text.length]) {
        const find = () => faultOfText(text.slice(0, size), 'en')
        const cost = await quietCostOf(find, 500)
        expect(cost, `${unit} × ${size}`).toBeLessThan(500)
      }
    }
  })
})

test('a text without words does not count as none', () => {
  expect(wordCount('… — !', 'en')).toBe(3)
  expect(wordCount('.'.repeat(250), 'en')).toBe(1)
  expect(wordCount('States — all of them', 'en')).toBe(4)
  expect(wordCount(' ', 'en')).toBe(0)
})

function tags(text: string): string {
  return Array.from(text, (letter) => String.fromCodePoint(0xe0000 + letter.codePointAt(0)!)).join(
    '',
  )
}
