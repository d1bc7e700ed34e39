import Papa from 'papaparse'

/** A row of a delimited file with its cells, trimmed, and the line of the file on which it begins. */
export type Row = { line: number; cells: string[] }

type Delimited = {
  rows: Row[]
  /** Lines with unmatched quotation marks. */
  unquoted: number[]
}

const QUOTES = /"/g

/**
 * Reads cells parted by commas, semicolons or tabs. Knows Excel's first line `sep=;`, line breaks in quoted cells, and
 * blank lines, which are counted and left out. A row with unmatched quotation marks does not take the next rows with it.
 */
export function readDelimited(text: string): Delimited {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const declared = /^"?sep=(.)"?[,;\t]*$/i.exec(lines[0]?.trim() ?? '')?.[1]
  const begin = declared === undefined ? 0 : 1
  const delimiter =
    declared ?? delimiterOf(lines.slice(begin).find((line) => /[\t;,]/.test(line)) ?? ',')
  const out: Delimited = { rows: [], unquoted: [] }
  for (let at = begin; at < lines.length; ) {
    const row = rowAt(lines, at, delimiter)
    if (!row) out.unquoted.push(at + 1)
    else if (row.cells.some((cell) => cell !== ''))
      out.rows.push({ line: at + 1, cells: row.cells })
    at += row?.lines ?? 1
  }
  return out
}

/** The cells of the row that begins on a line, and the number of its lines; null if its quotation marks do not match. */
function rowAt(
  lines: readonly string[],
  at: number,
  delimiter: string,
): { cells: string[]; lines: number } | null {
  let quotes = 0
  for (let end = at; end < lines.length; end += 1) {
    quotes += lines[end]!.match(QUOTES)?.length ?? 0
    if (quotes % 2 === 1) continue
    const content = lines.slice(at, end + 1).join('\n')
    if (content.trim() === '') return { cells: [], lines: 1 }
    const { data, errors } = Papa.parse<string[]>(content, { delimiter })
    if (errors.length > 0 || data.length !== 1) return null
    return { cells: data[0]!.map((cell) => cell.trim()), lines: end + 1 - at }
  }
  return null
}

const delimiterOf = (line: string): string =>
  ['\t', ';', ','].toSorted((a, b) => line.split(b).length - line.split(a).length)[0]!
