import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, FormPaper } from '@/lib/circulation/forms/form'
import { markOf } from '@/lib/circulation/forms/identifiers'
import { formToSheet } from '@/lib/circulation/forms/sheet'
import { formToWord } from '@/lib/circulation/forms/word'
import { commentCategories, commentPositions } from '@/lib/comments/kinds'
import { answered, blank, formOfSix, judged, withPart } from '@/tests/support/forms'

const writers = { docx: formToWord, xlsx: formToSheet }
const formats = ['docx', 'xlsx'] as const

const words = [
  'We support this paragraph, with one change.',
  'Nous appuyons ce paragraphe, sous réserve d’une modification : « sans délai ».',
  'Apoyamos este párrafo; ¿por qué no «sin demora»?',
  'Мы поддерживаем этот пункт с одной поправкой.',
  '我们支持这一段，但建议修改措辞。',
  'نؤيد هذه الفقرة مع تعديل واحد، "دون تأخير".',
  '=SUM(1;2) & <b>not a tag</b> _x000D_ 😀 𠮷',
]
const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
  .map((all) => all.join('\n'))
const answer: fc.Arbitrary<Answer | null> = fc.option(
  fc.record({
    category: fc.constantFrom(...commentCategories),
    position: fc.option(fc.constantFrom(...commentPositions)),
    text,
    wording: fc.oneof(fc.constant(''), text),
  }),
)

describe.each(formats)('a form as %s', (format) => {
  test('comes back as it was filled in, in six scripts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 6, maxLength: 6 }), async (answers) => {
        const paper = formOfSix()
        const bytes = await writers[format](answered(paper, answers))
        const { rows, remainder, fault } = await judged(bytes, paper)
        expect(fault).toBeNull()
        expect(remainder).toEqual([])
        const items = rows.filter(({ target }) => target === 'item')
        const readAnswers = items.map(({ category, position, text: comment, wording }) => ({
          category,
          position,
          text: comment,
          wording,
        }))
        expect(readAnswers).toEqual(answers.map((given) => given ?? blank))
        expect(items.map(({ state }) => state)).toEqual(
          answers.map((given) => (given ? 'new' : 'noComment')),
        )
        expect(rows.flatMap(({ doubts }) => doubts)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('made before the delegation said something else takes none of that back', async () => {
    const printed: Answer = { ...blank, category: 'general', position: 'supports', text: 'Good.' }
    const later: Answer = { ...printed, position: 'reserves', text: 'Not so good.' }
    const typed: Answer = { ...printed, text: 'Typed in the capital.' }
    const saidNow = (paper: FormPaper, answers: (Answer | null)[]) => {
      const now = answered(paper, answers)
      return { ...now, lines: now.lines.map((line) => ({ ...line, said: markOf(line.answer) })) }
    }
    const empty = formOfSix()
    const made = saidNow(empty, [printed, printed, printed, printed, null, null])
    const now = saidNow(empty, [later, null, later, null, later, printed])
    // Two rows are left as they were printed, two are changed, one is new, one is left empty.
    const back = answered(made, [printed, printed, typed, typed, typed, null])
    const { rows } = await judged(await writers[format](back), now)
    expect(
      rows.slice(3).map(({ state, why, doubts }) => [state, [...why, ...doubts].map((r) => r.key)]),
    ).toEqual([
      ['unchanged', ['olderAnswer']],
      ['unchanged', ['olderAnswer']],
      ['changed', ['otherPosition', 'otherComment', 'answeredMeanwhile']],
      ['new', ['answeredMeanwhile']],
      ['changed', ['otherPosition', 'otherComment', 'answeredMeanwhile']],
      ['noComment', ['emptyBefore']],
    ])
  })

  test('is unchanged where the delegation has said the same, and changed where not', async () => {
    const answer: Answer = { ...blank, category: 'general', position: 'supports', text: 'Good.' }
    const paper = answered(formOfSix(), [answer, answer, answer])
    const back = answered(paper, [answer, { ...answer, text: 'Very good.' }, null])
    const { rows } = await judged(await writers[format](back), paper)
    expect(rows.map(({ state }) => state)).toEqual([
      'noComment',
      'noComment',
      'noComment',
      'unchanged',
      'changed',
      'noComment',
      'noComment',
      'noComment',
      'noComment',
    ])
    expect(rows[4]!.why).toEqual([{ key: 'otherComment' }])
    expect(rows[5]!.why).toEqual([{ key: 'emptyBefore' }])
  })

  test('says that the item has changed meanwhile, and which rows are not circulated', async () => {
    const answer: Answer = { ...blank, text: 'Words.' }
    const paper = answered(formOfSix(), [answer, answer])
    const bytes = await writers[format](paper)
    const later = { ...paper, lines: paper.lines.filter((_, index) => index !== 4) }
    later.lines[3] = {
      ...later.lines[3]!,
      text: 'Other words.',
      hash: 'f'.repeat(64),
      answer: null,
    }
    const { rows, isEarlierVersion } = await judged(bytes, later)
    expect(isEarlierVersion).toBe(true)
    expect(rows.slice(3, 5)).toMatchObject([
      { state: 'itemChanged', text: 'Words.' },
      { state: 'unknownRow', id: null, text: 'Words.' },
    ])
  })

  test('of another circulation or delegation is named as such', async () => {
    const paper = formOfSix()
    const bytes = await writers[format](paper)
    const otherPaper = formOfSix()
    expect((await judged(bytes, otherPaper)).fault).toBe('otherCirculation')
    const neighbour = { ...paper, delegationId: otherPaper.delegationId }
    expect((await judged(bytes, neighbour)).fault).toBe('otherDelegation')
  })
})

test('a row without the position that its delegation has is never a clear row', async () => {
  const before: Answer = { ...blank, category: 'general', position: 'reserves', text: 'Good.' }
  const paper = answered(formOfSix(), [before, { ...before, position: 'none' }])
  const later = { ...before, text: 'Very good.' }
  const back = answered(paper, [
    { ...later, position: null },
    { ...later, position: null },
  ])
  const { rows } = await judged(await formToWord(back), paper)
  expect(rows.slice(3, 5).map(({ state, doubts }) => [state, doubts])).toEqual([
    ['changed', [{ key: 'positionDropped', values: { position: 'Reserves its position' } }]],
    ['changed', []],
  ])
})

test('a cell of 40,000 letters of a file of Word comes back whole', async () => {
  const long = 'letters '.repeat(5_000).trim()
  const paper = formOfSix()
  const bytes = await formToWord(answered(paper, [{ ...blank, text: long }]))
  const { rows } = await judged(bytes, paper)
  expect(rows[3]).toMatchObject({ state: 'new', text: long, doubts: [] })
})

const ROW = /<w:tr>.*?<\/w:tr>/gs

test('rows of a file of Word can be moved, deleted, doubled and added', async () => {
  const paper = formOfSix()
  const filled = answered(paper, [
    { ...blank, text: 'First.' },
    { ...blank, text: 'Second.' },
  ])
  const bytes = withPart(await formToWord(filled), 'word/document.xml', (xml) => {
    const rows = xml.match(ROW)!
    const added = rows[4]!
      .replaceAll(/s1i[0-9a-z]{25}_[0-9a-f]{10}/g, 'copied')
      .replace(/4 \(a\)/, '4 (z)')
      .replace('First.', 'Added.')
      .replace('Member States should', 'States may')
    return xml.replace(rows.slice(1).join(''), [rows[5], rows[4], rows[4], added, rows[7]].join(''))
  })
  const { rows, remainder } = await judged(bytes, paper)
  expect(rows.map(({ label, state }) => [label.slice(-5), state])).toEqual([
    ['4 (b)', 'new'],
    ['4 (a)', 'new'],
    ['4 (a)', 'new'],
    ['4 (z)', 'unknownRow'],
    ['4 (d)', 'noComment'],
  ])
  expect(rows[1]!.doubts).toEqual([{ key: 'twice' }])
  expect(remainder).toMatchObject([{ text: expect.stringContaining('Added.') }])
})

test('tracked changes count as accepted: inserted words are there, deleted ones are not', async () => {
  const paper = formOfSix()
  const bytes = withPart(
    await formToWord(answered(paper, [{ ...blank, text: 'REPLACE' }])),
    'word/document.xml',
    (xml) =>
      xml.replace(
        /<w:r>(?:(?!<\/w:r>).)*REPLACE<\/w:t><\/w:r>/s,
        '<w:r><w:t xml:space="preserve">We </w:t></w:r>' +
          '<w:del w:id="1" w:author="A"><w:r><w:delText>do not </w:delText></w:r></w:del>' +
          '<w:ins w:id="2" w:author="A"><w:r><w:t xml:space="preserve">fully </w:t></w:r></w:ins>' +
          '<w:r><w:t>support it.</w:t></w:r>',
      ),
  )
  const { rows } = await judged(bytes, paper)
  expect(rows[3]!.text).toBe('We fully support it.')
})

test('moved words count where they went, deleted rows and ends of paragraphs are gone', async () => {
  const paper = formOfSix()
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
  const bytes = withPart(
    await formToWord(
      answered(paper, [
        { ...blank, text: 'REPLACE' },
        { ...blank, text: 'Gone.' },
      ]),
    ),
    'word/document.xml',
    (xml) => {
      const rows = xml.match(ROW)!
      const end = '<w:pPr><w:rPr><w:del w:id="5" w:author="A"/></w:rPr></w:pPr>'
      return xml
        .replace(
          rows[5]!,
          rows[5]!.replace('<w:tr>', '<w:tr><w:trPr><w:del w:id="3" w:author="A"/></w:trPr>'),
        )
        .replace(
          /<w:p>(?:(?!<\/w:p>).)*REPLACE.*?<\/w:p>/s,
          `<w:p>${end}<w:moveFrom w:id="1" w:author="A">${run('Last. ')}</w:moveFrom>${run('First. ')}</w:p>` +
            `<w:p><w:moveTo w:id="2" w:author="A">${run('Last.')}</w:moveTo></w:p>`,
        )
    },
  )
  const { rows } = await judged(bytes, paper)
  expect(rows[3]!.text).toBe('First. Last.')
  expect(rows.map(({ id }) => id)).not.toContain(paper.lines[4]!.id)
  expect(rows).toHaveLength(paper.lines.length - 1)
})

test('a text that was edited in place is the proposed wording', async () => {
  const paper = formOfSix()
  const bytes = withPart(await formToWord(paper), 'word/document.xml', (xml) =>
    xml.replace('without delay', 'promptly'),
  )
  const { rows } = await judged(bytes, paper)
  expect(rows[3]).toMatchObject({
    state: 'new',
    wording: 'Member States should exchange electronic evidence promptly.',
    why: [{ key: 'textEdited' }],
  })
})
