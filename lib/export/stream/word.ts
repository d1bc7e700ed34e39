import { Document, Packer, PageOrientation, Paragraph, TextRun } from 'docx'
import { styles } from '@/lib/export/docx/styles'
import { twips } from '@/lib/export/geometry'
import { safe } from '@/lib/export/tables/safe'
import { datedProperties, repack } from '@/lib/export/tables/zip'
import { cutAt, partsOf, streamPackage } from './package'
import { xmlText } from './xml'

const DOCUMENT = 'word/document.xml'
const MARK = '\uE00F'

/** Words with their insertions and deletions; a language that runs from right to left is written so. */
type WordRun = { text: string; change?: 'inserted' | 'deleted'; bold?: boolean }
export type WordParagraph = { runs: readonly WordRun[]; rtl?: boolean }

/** Something of a document in landscape: a heading, a paragraph, or a table with a head that repeats on each page. */
export type WordBlock =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'text'; paragraph: WordParagraph }
  | { kind: 'table'; head: readonly string[]; widths: readonly number[] }
  | { kind: 'row'; cells: readonly (readonly WordParagraph[])[]; widths: readonly number[] }
  | { kind: 'endOfTable' }

/**
 * A Word document in landscape with blocks in batches, in bounded memory. Inserted words are bold and underlined,
 * deleted ones struck through. A row follows its table, and `endOfTable` the last of them.
 */
export async function* streamWord(
  { title, lead, created }: { title: string; lead: string; created: string },
  batches: AsyncIterable<readonly WordBlock[]>,
): AsyncGenerator<Uint8Array> {
  const margin = twips(56.7)
  const document = new Document({
    title: safe(title),
    creator: 'Stocktake',
    lastModifiedBy: 'Stocktake',
    styles: styles('en'),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        children: [
          new Paragraph({ style: 'TableTitle', children: [new TextRun(safe(title))] }),
          new Paragraph({ style: 'TableText', children: [new TextRun(safe(lead))] }),
          new Paragraph({ children: [new TextRun(MARK)] }),
        ],
      },
    ],
  })
  const bytes = repack(await Packer.toBuffer(document), (path, xml) =>
    datedProperties(path, xml, created),
  )
  const parts = partsOf(bytes)
  const paragraph = /<w:p>(?:(?!<w:p>).)*\uE00F.*?<\/w:p>/s.exec(
    new TextDecoder().decode(parts[DOCUMENT]),
  )?.[0]
  const [before, after] = cutAt(parts, DOCUMENT, paragraph ?? MARK)
  yield* streamPackage(parts, DOCUMENT, pieces(before, batches, after))
}

async function* pieces(
  before: string,
  batches: AsyncIterable<readonly WordBlock[]>,
  after: string,
): AsyncGenerator<string> {
  yield before
  for await (const batch of batches) yield batch.map(blockXml).join('')
  yield after
}

const BORDER = 'w:val="single" w:sz="2" w:space="0" w:color="808080"'
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} ${BORDER}/>`)
  .join('')

function blockXml(block: WordBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<w:p><w:pPr><w:pStyle w:val="Heading${block.level}"/><w:ind w:left="0" w:right="0"/></w:pPr>${runXml({ text: block.text })}</w:p>`
    case 'text':
      return paragraphXml('TableText', block.paragraph)
    case 'table': {
      const { widths, head } = block
      const whole = widths.reduce((sum, width) => sum + width, 0)
      const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
      const titles = head.map((text) => [{ runs: [{ text }] }])
      return (
        `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders>` +
        `<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
        `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cellsXml(titles, widths, 'TableHead')}</w:tr>`
      )
    }
    case 'row':
      return `<w:tr>${cellsXml(block.cells, block.widths, 'TableText')}</w:tr>`
    case 'endOfTable':
      return '</w:tbl><w:p/>'
  }
}

const cellsXml = (
  cells: readonly (readonly WordParagraph[])[],
  widths: readonly number[],
  style: string,
): string =>
  cells
    .map((paragraphs, index) => {
      const inner = paragraphs.length > 0 ? paragraphs : [{ runs: [] }]
      const words = inner.map((paragraph) => paragraphXml(style, paragraph)).join('')
      return `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/></w:tcPr>${words}</w:tc>`
    })
    .join('')

const paragraphXml = (style: string, { runs, rtl = false }: WordParagraph): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${rtl ? '<w:bidi/>' : ''}</w:pPr>${runs
    .map((run) => runXml(run, rtl))
    .join('')}</w:p>`

function runXml({ text, change, bold = false }: WordRun, rtl = false): string {
  if (text === '') return ''
  const strong = bold || change === 'inserted'
  const properties = [
    strong && '<w:b/><w:bCs/>',
    change === 'deleted' && '<w:strike/>',
    change === 'inserted' && '<w:u w:val="single"/>',
    rtl && '<w:rtl/>',
  ].filter((line) => line !== false)
  const lines = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`)
    .join('<w:br/>')
  const form = properties.length > 0 ? `<w:rPr>${properties.join('')}</w:rPr>` : ''
  return `<w:r>${form}${lines}</w:r>`
}
