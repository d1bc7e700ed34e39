import { expect, test } from 'vitest'
import { splitWord } from '@/lib/circulation/papers/free/split'
import { targetIndex } from '@/lib/circulation/papers/free/targets/target-index'
import { openArchive } from '@/lib/text/files/archive'
import { linesOf, readWord } from '@/lib/text/files/word'
import { twoLists } from '@/tests/support/free-papers'
import { convertedByLibreOffice, hasLibreOffice } from '@/tests/support/libreoffice'
import { abstractNum, level, listed, num, numberedWord } from '@/tests/support/word-numbers'

const lines = async (bytes: Uint8Array) =>
  linesOf((await readWord(await openArchive(bytes))).blocks).split('\n')

const united = abstractNum(
  0,
  level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '(%2)') + level(2, 'lowerRoman', '(%3)'),
)
const legal = abstractNum(
  1,
  level(0, 'upperRoman', 'Part %1') +
    level(1, 'decimal', '%1.%2', '<w:isLgl/>') +
    level(2, 'decimalZero', '%3'),
)
const bullets = abstractNum(2, level(0, 'bullet', '\uF0B7'))
const plain = '<w:p><w:r><w:t>Plain.</w:t></w:r></w:p>'

const cases: [string, string, string, string[]][] = [
  [
    'paragraphs, letters and Roman numbers, each below the other, begin anew',
    listed(1, 0, 'a') +
      listed(1, 1, 'b') +
      listed(1, 1, 'c') +
      listed(1, 2, 'd') +
      listed(1, 2, 'e') +
      listed(1, 1, 'f') +
      plain +
      listed(1, 0, 'g') +
      listed(1, 1, 'h'),
    united + num(1, 0),
    ['1. a', '(a) b', '(b) c', '(i) d', '(ii) e', '(c) f', 'Plain.', '2. g', '(a) h'],
  ],
  [
    'numbers of several levels, those of a legal text in digits',
    listed(1, 0, 'a') +
      listed(1, 1, 'b') +
      listed(1, 1, 'c') +
      listed(1, 0, 'd') +
      listed(1, 1, 'e'),
    legal + num(1, 1),
    ['Part I a', '1.1 b', '1.2 c', 'Part II d', '2.1 e'],
  ],
  [
    'a list that starts at 4 begins there, and the one that goes on with it counts on',
    listed(1, 0, 'a') + listed(2, 0, 'b') + listed(2, 0, 'c') + listed(3, 0, 'd'),
    united +
      num(1, 0) +
      num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>') +
      num(3, 0),
    ['1. a', '4. b', '5. c', '6. d'],
  ],
  [
    'letters that never begin anew, and those of a level that was left out',
    listed(1, 0, 'a') +
      listed(1, 1, 'b') +
      listed(1, 0, 'c') +
      listed(1, 1, 'd') +
      listed(2, 1, 'e'),
    abstractNum(
      3,
      level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '%1 (%2)', '<w:lvlRestart w:val="0"/>'),
    ) +
      united +
      num(1, 3) +
      num(2, 0),
    ['1. a', '1 (a) b', '2. c', '2 (b) d', '(a) e'],
  ],
  [
    'marks are no numbers, and letters go on after z as Word’s do',
    listed(2, 0, 'a') + Array.from({ length: 28 }, () => listed(1, 0, 'x')).join(''),
    bullets + abstractNum(4, level(0, 'lowerLetter', '%1)')) + num(2, 2) + num(1, 4),
    [
      'a',
      ...Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `${letter}) x`),
      'aa) x',
      'bb) x',
    ],
  ],
]

test.each(cases)('%s', async (_, body, numbering, expected) => {
  expect(await lines(numberedWord(body, numbering))).toEqual(expected)
})

test.skipIf(!hasLibreOffice())(
  'LibreOffice prints the same numbers (skipped without LibreOffice)',
  { timeout: 120_000 },
  async () => {
    // LibreOffice 7.4 knows neither `isLgl` nor `lvlRestart`.
    for (const [, body, numbering, expected] of [cases[0]!, cases[2]!]) {
      const printed = convertedByLibreOffice(
        numberedWord(body, numbering),
        'docx',
        'txt:Text (encoded):UTF8',
      )
      expect(
        printed
          .trim()
          .split(/\r?\n/)
          .map((line) => line.replace(/\s+/g, ' ').trim()),
      ).toEqual(expected)
    }
  },
)

test('a style numbers its paragraphs, and zero takes a paragraph out of its list', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Para"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Letter"><w:name w:val="Letter"/><w:basedOn w:val="Para"/></w:style>'
  const styled = (style: string, words: string, more = '') =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
  const numbering =
    abstractNum(
      0,
      level(0, 'decimal', '%1.', '<w:pStyle w:val="Para"/>') +
        level(1, 'lowerLetter', '(%2)', '<w:pStyle w:val="Letter"/>'),
    ) + num(1, 0)
  const body =
    styled('Para', 'a') +
    styled('Para', 'out', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
    styled('Para', 'b') +
    styled('Letter', 'c') +
    styled('Letter', 'd')
  expect(await lines(numberedWord(body, numbering, styles))).toEqual([
    '1. a',
    'out',
    '2. b',
    '(a) c',
    '(b) d',
  ])
})

test('a paragraph that a tracked change joins with the next is counted once', async () => {
  const deleted = '<w:rPr><w:del w:id="1" w:author="A" w:date="2026-11-01T00:00:00Z"/></w:rPr>'
  const body = listed(1, 0, 'One, ', deleted) + listed(1, 0, 'two.') + listed(1, 0, 'Three.')
  expect(await lines(numberedWord(body, united + num(1, 0)))).toEqual(['1. One, two.', '2. Three.'])
})

test('a list without end, an unknown list and numbers that nobody prints are read all the same', async () => {
  const huge = abstractNum(
    0,
    '<w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/></w:lvl>' +
      '<w:lvl w:ilvl="77"><w:start w:val="x"/><w:numFmt w:val="chicago"/><w:lvlText w:val="%9%0"/></w:lvl>',
  )
  const body = listed(1, 0, 'a') + listed(9, 0, 'b') + listed(1, 99, 'c')
  expect(await lines(numberedWord(body, huge + num(1, 0)))).toEqual(['999999999. a', 'b', '1%0 c'])
})

test('“4 (c)” that Word numbered is found as a target in a free paper', async () => {
  const start = (at: number) =>
    `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${at}"/></w:lvlOverride>`
  const body =
    '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>2018</w:t></w:r></w:p>' +
    listed(1, 0, 'On legislation:') +
    listed(1, 1, 'We support it.') +
    listed(1, 1, 'Fine, but see 5 (a).') +
    listed(1, 1, 'Too weak.')
  const file = await readWord(await openArchive(numberedWord(body, united + num(1, 0, start(4)))))
  const pieces = splitWord(file, targetIndex(twoLists))
  expect(pieces.map(({ text, guess }) => [text, guess && 'id' in guess.at && guess.at.id])).toEqual(
    [
      ['2018', 'list 2018'],
      ['4. On legislation:', 'list 2018'],
      ['(a) We support it.', '4a'],
      ['(b) Fine, but see 5 (a).', '5a'],
      ['(c) Too weak.', '4c'],
    ],
  )
})

test('a number of Word that several lists have is not guessed', async () => {
  const body =
    Array.from({ length: 4 }, (_, at) => listed(1, 0, `P${at}`)).join('') + listed(1, 1, 'Fine.')
  const file = await readWord(await openArchive(numberedWord(body, united + num(1, 0))))
  const last = splitWord(file, targetIndex(twoLists)).at(-1)!
  expect([last.guess, last.doubts]).toEqual([null, [{ key: 'severalItems' }]])
})
