import type { Block, Entry, Language, Paper, Table } from '@/lib/export/paper'
import { letter } from '@/lib/export/paper'
import { attributed } from '@/lib/export/phrases'
import { latinOf } from '@/lib/text/latin'

/** A heading, an entry or a table with the number that every form of the paper prints before it. */
export type Line =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; label: string }
  | EntryLine
  | { kind: 'table'; table: Table }

export type EntryLine = {
  kind: 'entry'
  /** 0: a paragraph, 1: (a), 2: (i), 3: a. */
  depth: number
  /** "11.", "(c)", or nothing before an unnumbered paragraph. */
  label: string
  /** "bis" after the label of an alternative. */
  latin: string
  /**
   * The run of numbers that counts it: 0 is the paper's own; items of a paragraph without a number start a new one
   * each. `null` if nothing is counted (unnumbered, or an alternative).
   */
  list: number | null
  /** An address inside the page: "para-11-c". */
  anchor: string
  entry: Entry
}

const ROMAN = [
  ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'],
  ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc'],
  ['', 'c', 'cc', 'ccc', 'cd', 'd', 'dc', 'dcc', 'dccc', 'cm'],
]

/** Small roman numerals, for 1 to 999. */
export const roman = (n: number): string =>
  `${ROMAN[2]?.[Math.floor(n / 100)]}${ROMAN[1]?.[Math.floor(n / 10) % 10]}${ROMAN[0]?.[n % 10]}`

/** French and Spanish papers print "a)" where the others print "(a)". */
export const opens = (language: Language): '' | '(' =>
  language === 'fr' || language === 'es' ? '' : '('

/**
 * The paper from top to bottom with its numbers, as Word will count them: paragraphs through the whole paper, headings
 * below each other, letters restart under each paragraph.
 */
export function lines(paper: Paper): Line[] {
  const headings = [(paper.firstHeading ?? 1) - 1, 0, 0]
  const open = opens(paper.language)
  const out: Line[] = []
  let paragraph = (paper.firstParagraph ?? 1) - 1
  let lists = 0

  const label = (depth: number, n: number) =>
    [`${n}.`, `${open}${letter(n)})`, `${open}${roman(n)})`, `${letter(n)}.`][depth] as string

  function items(entries: Entry[], depth: number, list: number, above: string) {
    let n = 0
    for (const entry of entries) {
      const latin = latinOf(entry.alternative ?? 1)
      if (!latin) n += 1
      const anchor = [above, depth === 2 ? roman(n) : letter(n), latin].filter(Boolean).join('-')
      out.push({
        kind: 'entry',
        depth,
        label: label(depth, n),
        latin,
        list: latin ? null : list,
        anchor,
        entry,
      })
      if (entry.items && depth < 3) items(entry.items, depth + 1, latin ? ++lists : list, anchor)
    }
  }

  function heading({ level, text, unnumbered }: Extract<Block, { kind: 'heading' }>) {
    const n = (headings[level - 1] ?? 0) + (unnumbered ? 0 : 1)
    if (!unnumbered) headings.splice(level - 1, 3, n, 0, 0)
    const labels = ['', `${roman(n).toUpperCase()}.`, `${letter(n).toUpperCase()}.`, `${n}.`]
    out.push({ kind: 'heading', level, text, label: unnumbered ? '' : (labels[level] as string) })
  }

  function entry(block: Extract<Block, { kind: 'paragraph' }>) {
    const latin = block.unnumbered ? '' : latinOf(block.alternative ?? 1)
    const isCounted = !block.unnumbered && !latin
    if (isCounted) paragraph += 1
    const list = isCounted ? 0 : null
    const anchor = block.unnumbered
      ? `text-${out.length + 1}`
      : ['para', paragraph, latin].filter(Boolean).join('-')
    out.push({
      kind: 'entry',
      depth: 0,
      label: block.unnumbered ? '' : label(0, paragraph),
      latin,
      list,
      anchor,
      entry: block,
    })
    if (block.items) items(block.items, 1, isCounted ? 0 : ++lists, anchor)
  }

  for (const block of paper.blocks) {
    if (block.kind === 'table') out.push({ kind: 'table', table: block })
    else if (block.kind === 'heading') heading(block)
    else entry(block)
  }
  return out
}

/** The end of an entry after its words: " (X, Y and Z);". */
export function closingOf({ entry }: EntryLine, language: Language): string {
  const names = attributed(entry.attribution, entry.language ?? language)
  return `${names && ` ${names}`}${entry.ending ?? ''}`
}
