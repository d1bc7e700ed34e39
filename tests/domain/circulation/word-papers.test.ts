import { expect, test } from 'vitest'
import { type Piece, splitWord } from '@/lib/circulation/papers/free/split'
import { targetIndex } from '@/lib/circulation/papers/free/targets/target-index'
import { openArchive } from '@/lib/text/files/archive'
import { readWord } from '@/lib/text/files/word'
import { paragraph, twoLists, wordFile } from '@/tests/support/free-papers'
import { withPart } from '@/tests/support/forms'
import { numberedWord } from '@/tests/support/word-numbers'

const index = targetIndex(twoLists)
const at = (guess: Piece['guess']) =>
  guess && (guess.at.target === 'circulation' ? 'circulation' : guess.at.id)
const read = (pieces: Piece[]) => pieces.filter(({ isHeading }) => !isHeading)

test('comments of Word are pieces on the words on which they stand; notes and heads are pieces too', () => {
  const pieces = splitWord(
    wordFile(
      [],
      [
        { kind: 'comment', author: 'Desk', about: 'Courts should be trained', text: 'By whom?' },
        { kind: 'footnote', author: '', about: '', text: 'See 2018, 4 (a).' },
        { kind: 'header', author: '', about: '', text: 'Arvenia' },
      ],
    ),
    index,
  )
  expect(pieces.map(({ guess, text, isHeading }) => [at(guess), text, isHeading])).toEqual([
    ['5a', 'By whom?', false],
    ['4a', 'See 2018, 4 (a).', false],
    [null, 'Arvenia', true],
  ])
  // A remark for colleagues is never accepted with all clear guesses.
  expect(pieces.slice(0, 2).map(({ doubts }) => doubts)).toEqual([[{ key: 'marginComment' }], []])
})

test('a note is not about the last heading of the text, and a comment of Word is about the piece that it marks', () => {
  const pieces = splitWord(
    wordFile(
      [
        paragraph('2018, 4 (c)', { heading: 1 }),
        paragraph('We reserve our position.'),
        paragraph('2018, 5 (a)', { heading: 1 }),
        paragraph('It is not needed.'),
      ],
      [
        {
          kind: 'comment',
          author: 'Desk',
          about: 'reserve our position',
          text: 'Ask the capital.',
        },
        { kind: 'comment', author: 'Desk', about: 'e', text: 'In several places.' },
        { kind: 'footnote', author: '', about: '', text: 'As we said before.' },
      ],
    ),
    index,
  )
  expect(
    read(pieces)
      .slice(2)
      .map(({ guess, doubts }) => [at(guess), doubts.map(({ key }) => key)]),
  ).toEqual([
    ['4c', ['marginComment']],
    [null, ['noTarget', 'marginComment']],
    [null, ['noTarget']],
  ])
})

test('of a file of Word with tracked changes inserted words count, deleted ones do not, and its comments are pieces', async () => {
  const by = 'w:id="1" w:author="Desk" w:date="2026-11-01T00:00:00Z"'
  const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
  const body = `<w:p>${run('2018, 4 (c): we ')}<w:del ${by}><w:r><w:delText>oppose</w:delText></w:r></w:del><w:ins ${by}>${run('support')}</w:ins>${run(' it.')}</w:p>
    <w:p><w:commentRangeStart w:id="7"/>${run('Courts should be trained')}<w:commentRangeEnd w:id="7"/></w:p>`
  const note = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="Desk"><w:p>${run('By whom?')}</w:p></w:comment></w:comments>`
  const bytes = withPart(numberedWord(body, ''), 'word/comments.xml', () => note)
  const file = await readWord(await openArchive(bytes))
  expect(
    read(splitWord(file, index)).map((piece) => [at(piece.guess), piece.text, piece.position]),
  ).toEqual([
    ['4c', '2018, 4 (c): we support it.\nCourts should be trained', 'supports'],
    ['5a', 'By whom?', 'question'],
  ])
})

test.each([
  'The Permanent Mission of Arvenia avails itself of this opportunity to renew to the Secretariat the assurances of its highest consideration.',
  'La Mission permanente saisit cette occasion pour renouveler au Secrétariat les assurances de sa très haute considération.',
  'La Misión Permanente aprovecha esta oportunidad para reiterar las seguridades de su más alta consideración.',
  'Постоянное представительство пользуется случаем, чтобы возобновить уверения в своём весьма высоком уважении.',
  '顺致最崇高的敬意。',
  'وتغتنم البعثة هذه الفرصة لتعرب عن فائق الاحترام والتقدير.',
  'Yours sincerely,',
])('closing words are no part of the last comment: %s', (closing) => {
  const pieces = splitWord(
    wordFile([
      paragraph('2018, 4 (c)', { heading: 1 }),
      paragraph('We reserve our position.'),
      paragraph(closing),
      paragraph('Vienna, 3 March'),
    ]),
    index,
  )
  expect(pieces.map(({ text, guess, isHeading }) => [text, at(guess), isHeading])).toEqual([
    ['2018, 4 (c)', '4c', true],
    ['We reserve our position.', '4c', false],
    [closing, null, true],
    ['Vienna, 3 March', null, false],
  ])
})

test('words of a comment that sound like closing words stay in it', () => {
  const pieces = splitWord(
    wordFile([
      paragraph('2018, 4 (c)', { heading: 1 }),
      paragraph('We reserve our position.'),
      paragraph('States should use every opportunity to give this the highest consideration.'),
    ]),
    index,
  )
  expect(read(pieces)).toHaveLength(1)
})
