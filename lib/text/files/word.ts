import { Refused } from '@/lib/errors'
import type { Archive } from './archive'
import { readNumbering } from './word-numbering'
import { readStyles } from './word-styles'
import { type Block, newReading, type Paragraph, readBlocks } from './word-blocks'
import { childOf, childrenOf, parseXml, textOf } from './xml'

export type { Block, Cell, Paragraph, Row, Table } from './word-blocks'

/** Words that stand beside the text: a comment of Word with the words that it is about, a note, a head, a box. */
export type Beside = {
  kind: 'comment' | 'footnote' | 'endnote' | 'header' | 'footer' | 'textBox' | 'hidden'
  text: string
  author: string
  /** The words on which a comment of Word stands. */
  about: string
}

/** A file of Word as it would read once all tracked changes were accepted, and everything that stands beside the text. */
export type WordFile = {
  blocks: Block[]
  beside: Beside[]
  hasTrackedChanges: boolean
  /** The custom properties of the document. */
  properties: Record<string, string>
}

/** Rows and paragraphs that a file may have; a person writes some thousands. */
const MAX_BLOCKS = 60_000

const BESIDE = [
  ['footnote', /^word\/footnotes\.xml$/, 'w:footnote'],
  ['endnote', /^word\/endnotes\.xml$/, 'w:endnote'],
  ['comment', /^word\/comments\.xml$/, 'w:comment'],
  ['header', /^word\/header\d*\.xml$/, ''],
  ['footer', /^word\/footer\d*\.xml$/, ''],
] as const

/**
 * Reads a file of Word. Inserted words count, deleted words do not; a paragraph with a deleted mark is joined with the
 * next; deleted rows are gone. Only pictures and codes of fields are dropped: text beside the body is in `beside`.
 * Refuses like `parseXml`, and a file with more than `MAX_BLOCKS` rows and paragraphs.
 */
export async function readWord(archive: Archive): Promise<WordFile> {
  const styles = readStyles(await archive.read('word/styles.xml'))
  const numbering = readNumbering(await archive.read('word/numbering.xml'))
  const count = limiter('w:p', 'w:tr')
  const main = await archive.read('word/document.xml')
  const reading = newReading(styles, numbering)
  const blocks = readBlocks(childOf(parseXml(main ?? '', count), 'w:body'), reading)
  const beside: Beside[] = []
  for (const [kind, path, name] of BESIDE) {
    for (const part of [...archive.paths].filter((candidate) => path.test(candidate)).toSorted()) {
      const root = parseXml((await archive.read(part))!, count)
      for (const element of name ? childrenOf(root, name) : [root]) {
        // Separators between text and notes are no words.
        if (element.attributes.type) continue
        const text = linesOf(readBlocks(element, reading))
        const about = reading.about.get(element.attributes.id ?? '') ?? ''
        const author = element.attributes.author ?? ''
        if (text !== '') beside.push({ kind, text, author, about: kind === 'comment' ? about : '' })
      }
    }
  }
  for (const text of reading.boxes) beside.push({ kind: 'textBox', text, author: '', about: '' })
  const properties = propertiesOf(await archive.read('docProps/custom.xml'))
  return { blocks, beside, hasTrackedChanges: reading.hasTrackedChanges, properties }
}

/** The words of blocks, a line for each paragraph with its number; cells of a row stand beside each other. */
export const linesOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? withNumber(block)
        : block.rows
            .map((row) => row.cells.map((cell) => linesOf(cell.blocks)).join('\t'))
            .join('\n'),
    )
    .join('\n')
    .replace(/\s+$/, '')

/** The words of a paragraph with the number that Word prints before them. */
export const withNumber = ({ text, number: { label } }: Paragraph): string =>
  label === '' || text.trim() === '' ? text : `${label} ${text}`

function propertiesOf(xml: string | null): Record<string, string> {
  if (!xml) return {}
  const properties = childrenOf(parseXml(xml), 'prop:property')
  return Object.fromEntries(
    properties.map((element) => [element.attributes.name ?? '', textOf(element)]),
  )
}

/** Counts rows and paragraphs of all parts while they are parsed, so that a huge file ends early. */
const limiter = (...names: string[]) => {
  let count = 0
  return (name: string) => {
    if (names.includes(name) && ++count > MAX_BLOCKS)
      throw new Refused('invalid', 'files.tooManyRows', { limit: MAX_BLOCKS })
  }
}
