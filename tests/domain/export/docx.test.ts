import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { changesOfRevision } from '@/lib/amendments/tracked-changes'
import { trackedParagraphs } from '@/lib/export/changes'
import { paperToDocx } from '@/lib/export/docx/write'
import { lines } from '@/lib/export/lines'
import { letter, type Paragraph, plain } from '@/lib/export/paper'
import { settled } from '@/lib/export/tracked'
import { plainText } from '@/lib/text/document/document'
import { fromMarked, toMarked } from '@/lib/text/document/marked'
import { ownWords } from '@/lib/text/weave/provenance'
import { amendedTexts } from '@/tests/support/texts'
import { ARABIC, amended, by, CHINESE, everything, item, manyItems, paperOf } from './sample'
import { part, type Reading, read } from './word'

const list = (items: Parameters<typeof item>[0][]) =>
  paperOf([
    { kind: 'paragraph', text: [plain('The following:')], items: items.map((t) => item(t)) },
  ])

test('numbers paragraphs and letters items with Word’s own numbering, past z', async () => {
  const paper = paperOf([
    { kind: 'paragraph', text: [plain('First:')], items: manyItems(54) },
    { kind: 'paragraph', text: [plain('Second:')], items: manyItems(2) },
  ])
  const seen = read(await paperToDocx(paper))
  const labels = seen.map((line) => /^(\d+\.|\([a-z]+\)) /.exec(line)?.[1]).filter(Boolean)
  expect(labels.slice(0, 3)).toEqual(['1.', '(a)', '(b)'])
  expect(labels.slice(26, 30)).toEqual(['(z)', '(aa)', '(bb)', '(cc)'])
  expect(labels.slice(52)).toEqual(['(zz)', '(aaa)', '(bbb)', '2.', '(a)', '(b)'])
  expect(part(await paperToDocx(paper), 'word/document.xml')).not.toMatch(/>\(aa?\)/)
})

test('counts every heading, paragraph and item as the other forms of the paper do', async () => {
  const paper = { ...everything, firstParagraph: 11, firstHeading: 2 }
  const seen = read(await paperToDocx(paper))
  for (const line of lines(paper)) {
    if (line.kind === 'table') continue
    const words =
      line.kind === 'heading'
        ? line.text
        : (settled(line.entry.text, 'accepted')[0] ?? '').slice(0, 30)
    const label = line.kind === 'entry' && line.latin ? `${line.label} ${line.latin}` : line.label
    const start = `${label && `${label} `}${words}`
    expect(
      seen.filter((paragraph) => paragraph.startsWith(start)),
      start,
    ).not.toEqual([])
  }
})

test('keeps the count of paragraphs when a paragraph without a number has items', async () => {
  const seen = read(await paperToDocx(everything))
  expect(seen).toContain('(b) second.')
  expect(seen).toContain('4. The numbers then go on.')
})

test('prints "a)" in French and Spanish', async () => {
  const seen = read(await paperToDocx({ ...list(['un', 'deux']), language: 'fr' }))
  expect(seen).toContain('b) deux;')
})

test('keeps every word of a text, whatever signs it holds', async () => {
  const text = 'A <b>&amp; "b" \u2018c\u2019 ]]> [94] =1+1 \\ é e\u0301 \u{1F1E6} end'
  const seen = read(await paperToDocx(list([text])))
  expect(seen).toContain(`(a) ${text};`)
})

test('does not let what XML cannot hold break the file', async () => {
  const xml = part(await paperToDocx(list(['a\u0000b\uD800c\u0007'])), 'word/document.xml')
  expect(xml).toContain('a\uFFFDb\uFFFDc\uFFFD')
})

test('puts the attribution after the text and before the stop', async () => {
  const paper = paperOf([
    {
      kind: 'paragraph',
      text: [plain('In short:')],
      items: [
        item('one', { attribution: ['Arvenia', 'Belmara', 'Corvina'] }),
        item('two', { attribution: [], ending: '.' }),
      ],
    },
  ])
  const seen = read(await paperToDocx(paper))
  expect(seen).toContain('(a) one (Arvenia, Belmara and Corvina);')
  expect(seen).toContain('(b) two.')
})

test('tracks each change under its State; all accepted or all rejected is the text expected', async () => {
  const paper = paperOf([{ kind: 'paragraph', text: amended }])
  const bytes = await paperToDocx(paper)
  const xml = part(bytes, 'word/document.xml')
  expect(xml).toMatch(/<w:del w:id="\d+" w:author="Belmara" w:date="2020-07-28T09:30:00Z">/)
  expect(xml).toMatch(/<w:ins w:id="\d+" w:author="Cordania"/)
  const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const reading of ['accepted', 'rejected'] as const)
    expect(read(bytes, reading).join('\n')).toContain(`1. ${settled(amended, reading).join('\n')}`)
})

test('tracks a paragraph that is put in or taken out by its mark, and the entry keeps its number', async () => {
  const kinds = ['inserted', 'deleted', null] as const
  const all = kinds.flatMap((first) => kinds.map((second) => [first, second] as const))
  const text = ([first, second]: (typeof all)[number]): Paragraph[] => [
    { runs: [{ text: 'One.' }], ...(first && { end: by(first, 'Belmara') }) },
    { runs: [{ text: 'Two.' }], ...(second && { end: by(second, 'Cordania') }) },
    { runs: [{ text: 'Three' }] },
  ]
  const paper = paperOf([
    {
      kind: 'paragraph',
      text: [plain('The following:')],
      items: all.map((kind) => ({ text: text(kind), ending: ';' })),
    },
  ])
  const bytes = await paperToDocx(paper)
  expect(part(bytes, 'word/document.xml').includes('<w:br/>')).toBe(false)
  for (const reading of ['accepted', 'rejected'] as const)
    expect(read(bytes, reading).join('\n')).toContain(
      all
        .map((kind, at) => `(${letter(at + 1)}) ${settled(text(kind), reading).join('\n')};`)
        .join('\n'),
    )
})

test('tracked changes of any two texts are the one when accepted and the other when rejected', async () => {
  await fc.assert(
    fc.asyncProperty(amendedTexts(1), async ({ locale, base: original, texts }) => {
      const [base, next] = [original, texts[0] ?? original].map((marked) =>
        toMarked(fromMarked(marked)),
      )
      const hand = { author: 'Arvenia', date: '2020-07-28T10:00:00.000Z' }
      const pieces = changesOfRevision(
        base!,
        { text: next!, provenance: ownWords(next!, 2) },
        { writer: hand, amendments: [], locale },
      )
      const bytes = await paperToDocx(
        paperOf([{ kind: 'paragraph', unnumbered: true, text: trackedParagraphs(pieces) }]),
      )
      const words = (marked: string) => plainText(fromMarked(marked))
      const lines = (reading: Reading) => `\n${read(bytes, reading).join('\n')}\n`
      expect(lines('accepted')).toContain(`\n${words(next!)}\n`)
      expect(lines('rejected')).toContain(`\n${words(base!)}\n`)
    }),
    { numRuns: 60 },
  )
})

test('marks right-to-left paragraphs and runs, and only these', async () => {
  const paper = paperOf([
    {
      kind: 'paragraph',
      text: [plain('In their languages:')],
      items: [item(ARABIC, { language: 'ar' }), item(CHINESE, { language: 'zh' })],
    },
  ])
  const xml = part(await paperToDocx(paper), 'word/document.xml')
  const paragraphs = xml.split('</w:p>')
  const arabic = paragraphs.find((p) => p.includes('ينبغي')) ?? ''
  expect(arabic).toContain('<w:bidi/>')
  expect(arabic).toMatch(/<w:rtl\/><\/w:rPr><w:t[^>]*>ينبغي/)
  expect(arabic).toMatch(/<w:r><w:t[^>]*>WhatsApp/)
  expect(paragraphs.find((p) => p.includes('会员国'))).not.toContain('<w:bidi/>')
})

test('bears the symbol left on even and right on odd pages, the notice on all, the job number on the first', async () => {
  const bytes = await paperToDocx(everything)
  const names = Object.keys(unzipSync(bytes))
  const heads = names
    .filter((n) => /header\d/.test(n) && n.endsWith('.xml'))
    .map((n) => part(bytes, n))
  const order = heads.map((xml) => xml.indexOf('L.1') - xml.indexOf('Demonstration'))
  expect(order.filter((n) => n > 0)).toHaveLength(1)
  expect(order.filter((n) => n < 0)).toHaveLength(1)
  expect(part(bytes, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
  expect(part(bytes, 'word/document.xml')).toContain('<w:titlePg/>')
  expect(part(bytes, 'word/document.xml')).toContain('Demonstration')
})

test('has the measures of an issued paper', async () => {
  const xml = part(await paperToDocx(everything), 'word/document.xml')
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
  expect(xml).toMatch(/<w:pgMar [^>]*w:right="1134"[^>]*w:left="1134"/)
  expect(xml).toContain('<w:ind w:left="1134" w:right="1134" w:firstLine="567"/>')
})

test('gives the same bytes for the same paper, at another hour and in another zone', async () => {
  const first = await paperToDocx(everything)
  const zone = process.env.TZ
  process.env.TZ = 'Asia/Tokyo'
  try {
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(Buffer.compare(await paperToDocx(structuredClone(everything)), first)).toBe(0)
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
})

test('sets a note in the direction of its own words, whatever that of the item', async () => {
  const corrected = {
    runs: [{ text: ARABIC }, { text: '', note: [{ text: `Corrigendum 1: ${ARABIC}` }] }],
  }
  const paper = paperOf([
    {
      kind: 'paragraph',
      text: [plain('The following:')],
      items: [{ text: [corrected], language: 'ar', ending: '.' }],
    },
  ])
  const notes = part(await paperToDocx(paper), 'word/footnotes.xml')
  const note = notes.slice(notes.indexOf('w:id="1"'))
  expect(note).toContain('Corrigendum 1')
  expect(note).not.toContain('<w:bidi/>')
})
