import { childOf, childrenOf, type Element, findAll, textOf } from './xml'
import { NO_NUMBER, type Numbering, type WordNumber } from './word-numbering'
import { outlineOf, type Styles } from './word-styles'

export type Paragraph = {
  kind: 'paragraph'
  text: string
  /** The level of a heading, 0 for plain text. */
  heading: number
  /** Whether Word numbers it or sets a mark before it. */
  isListed: boolean
  /** The number that Word prints before it, and the item that it names: "(c)" and "4 (c)"; '' for none. */
  number: WordNumber
  /** Whether all its words are bold: many headings are written so. */
  isBold: boolean
  /** Names of bookmarks, tags of content controls, and hidden words, in their order. */
  marks: string[]
}
export type Cell = {
  column: number
  span: number
  /** Whether the cell is merged with the cell above it. */
  continues: boolean
  blocks: Block[]
}
export type Row = { cells: Cell[] }
export type Table = { kind: 'table'; rows: Row[] }
export type Block = Paragraph | Table

/** Results gathered while a file is read: words of boxes, and the words on which each comment stands. */
export type Reading = {
  styles: Styles
  numbering: Numbering
  boxes: string[]
  about: Map<string, string>
  /** Comments of Word that began and have not ended. */
  openComments: Set<string>
  hasTrackedChanges: boolean
}

export const newReading = (styles: Styles, numbering: Numbering): Reading => ({
  styles,
  numbering,
  boxes: [],
  about: new Map(),
  openComments: new Set(),
  hasTrackedChanges: false,
})

const DELETED = new Set(['w:del', 'w:moveFrom'])
const INSERTED = new Set(['w:ins', 'w:moveTo'])
/** Elements that hold paragraphs, rows, cells or runs and say nothing themselves. */
const TRANSPARENT = new Set([
  ...INSERTED,
  'w:sdtContent',
  'w:smartTag',
  'w:customXml',
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'mc:AlternateContent',
  'mc:Choice',
])

/** The children that count, without their wrappers; deleted ones are not among them. */
function contentOf(element: Element, reading: Reading): Element[] {
  return childrenOf(element).flatMap((child): Element[] => {
    if (DELETED.has(child.name)) {
      reading.hasTrackedChanges = true
      return []
    }
    if (INSERTED.has(child.name)) reading.hasTrackedChanges = true
    if (child.name === 'w:sdt') {
      const properties = childOf(child, 'w:sdtPr')
      const content = childOf(child, 'w:sdtContent')
      if (!content || childOf(properties, 'w:showingPlcHdr')) return []
      const tag = childOf(properties, 'w:tag')
      return [...(tag ? [tag] : []), ...contentOf(content, reading)]
    }
    if (child.name === 'mc:AlternateContent' && !childOf(child, 'mc:Choice')) {
      const fallback = childOf(child, 'mc:Fallback')
      return fallback ? contentOf(fallback, reading) : []
    }
    return TRANSPARENT.has(child.name) ? contentOf(child, reading) : [child]
  })
}

/** The paragraphs and tables within a body, a cell, a note. */
export function readBlocks(element: Element | undefined, reading: Reading): Block[] {
  if (!element) return []
  const blocks: Block[] = []
  let joined: Paragraph | null = null
  let tags: string[] = []
  for (const child of contentOf(element, reading)) {
    if (child.name === 'w:tag') tags.push(child.attributes.val ?? '')
    if (child.name === 'w:bookmarkStart') tags.push(child.attributes.name ?? '')
    if (child.name === 'w:tbl') blocks.push(readTable(child, reading))
    if (child.name !== 'w:p') continue
    const paragraph = readParagraph(child, reading)
    paragraph.marks.unshift(...tags)
    tags = []
    const whole: Paragraph = joined ? joinedWith(joined, paragraph) : paragraph
    joined = isMarkDeleted(child) ? whole : null
    if (!joined) blocks.push({ ...whole, number: numberOf(child, reading) })
  }
  if (joined) blocks.push(joined)
  return blocks
}

/** The list in which a paragraph stands by itself or by its style, and its level; null for none. */
function listOf(paragraph: Element, { styles }: Reading) {
  const properties = childOf(paragraph, 'w:pPr')
  const id = childOf(properties, 'w:pStyle')?.attributes.val ?? ''
  const style = styles.get(id)
  const numbering = childOf(properties, 'w:numPr')
  const list = childOf(numbering, 'w:numId')?.attributes.val ?? style?.list ?? ''
  const level = childOf(numbering, 'w:ilvl')?.attributes.val
  if (list === '' || list === '0') return null
  return { list, level: level === undefined ? (style?.level ?? null) : Number(level), style: id }
}

function numberOf(paragraph: Element, reading: Reading): WordNumber {
  const at = listOf(paragraph, reading)
  return at ? reading.numbering(at.list, at.level, at.style) : NO_NUMBER
}

const joinedWith = (first: Paragraph, next: Paragraph): Paragraph => ({
  ...next,
  text: first.text + next.text,
  marks: [...first.marks, ...next.marks],
})

function isMarkDeleted(paragraph: Element): boolean {
  const run = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr')
  return childOf(run, 'w:del') !== undefined || childOf(run, 'w:moveFrom') !== undefined
}

function readTable(table: Element, reading: Reading): Table {
  const rows = contentOf(table, reading).filter(({ name }) => name === 'w:tr')
  const presentRows = rows.filter((row) => !childOf(childOf(row, 'w:trPr'), 'w:del'))
  if (presentRows.length < rows.length) reading.hasTrackedChanges = true
  return { kind: 'table', rows: presentRows.map((row) => readRow(row, reading)) }
}

function readRow(row: Element, reading: Reading): Row {
  let column = Number(childOf(childOf(row, 'w:trPr'), 'w:gridBefore')?.attributes.val ?? 0)
  const cells = contentOf(row, reading)
    .filter(({ name }) => name === 'w:tc')
    .map((cell): Cell => {
      const properties = childOf(cell, 'w:tcPr')
      const span = Number(childOf(properties, 'w:gridSpan')?.attributes.val ?? 1) || 1
      const merge = childOf(properties, 'w:vMerge')
      const blocks = childOf(properties, 'w:cellDel') ? [] : readBlocks(cell, reading)
      const continues = merge !== undefined && merge.attributes.val !== 'restart'
      column += span
      return { column: column - span, span, continues, blocks }
    })
  return { cells }
}

function readParagraph(paragraph: Element, reading: Reading): Paragraph {
  const properties = childOf(paragraph, 'w:pPr')
  const style = reading.styles.get(childOf(properties, 'w:pStyle')?.attributes.val ?? '')
  const out = { text: '', marks: [] as string[], bold: 0 }
  for (const child of contentOf(paragraph, reading)) readInline(child, out, reading)
  const visible = out.text.replace(/\s/g, '').length
  return {
    kind: 'paragraph',
    text: out.text,
    heading: outlineOf(properties) || (style?.heading ?? 0),
    isListed: listOf(paragraph, reading) !== null,
    number: NO_NUMBER,
    isBold: visible > 0 && out.bold === visible,
    marks: out.marks,
  }
}

type Inline = { text: string; marks: string[]; bold: number }

function readInline(child: Element, out: Inline, reading: Reading): void {
  const { id = '', name = '', val = '' } = child.attributes
  if (child.name === 'w:commentRangeStart') reading.openComments.add(id)
  else if (child.name === 'w:commentRangeEnd') reading.openComments.delete(id)
  else if (child.name === 'w:bookmarkStart') out.marks.push(name)
  else if (child.name === 'w:tag') out.marks.push(val)
  else if (child.name === 'oMath' || child.name === 'oMathPara')
    addText(findAll(child, 't').map(textOf).join(''), out, reading)
  else if (child.name === 'w:r') readRun(child, out, reading)
}

const SIGNS: Record<string, string> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
}

function readRun(run: Element, out: Inline, reading: Reading): void {
  const properties = childOf(run, 'w:rPr')
  let text = ''
  for (const child of contentOf(run, reading)) {
    if (child.name === 'w:t') text += textOf(child)
    else if (child.name in SIGNS) text += SIGNS[child.name]
    else if (child.name === 'w:drawing' || child.name === 'w:pict') readBoxes(child, reading)
  }
  if (isOn(childOf(properties, 'w:vanish'))) {
    if (text.trim() !== '') out.marks.push(text.trim())
    return
  }
  if (isOn(childOf(properties, 'w:b'))) out.bold += text.replace(/\s/g, '').length
  addText(text, out, reading)
}

function addText(text: string, out: Inline, reading: Reading): void {
  out.text += text
  for (const id of reading.openComments) reading.about.set(id, (reading.about.get(id) ?? '') + text)
}

function readBoxes(drawing: Element, reading: Reading): void {
  for (const box of findAll(drawing, 'w:txbxContent')) {
    const lines = readBlocks(box, reading).map((block) =>
      block.kind === 'paragraph' ? block.text : '',
    )
    const text = lines.join('\n').trim()
    if (text !== '') reading.boxes.push(text)
  }
}

const isOn = (property: Element | undefined): boolean =>
  property !== undefined && !['0', 'false', 'off'].includes(property.attributes.val ?? '')
