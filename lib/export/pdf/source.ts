import { closingOf, type EntryLine, type Line, lines } from '@/lib/export/lines'
import { distributionLines, symbolRoot } from '@/lib/export/masthead'
import type { Cell, Language, Paper, Paragraph, Run, Table } from '@/lib/export/paper'
import { phrases } from '@/lib/export/phrases'
import { TEMPLATE } from '@/lib/export/pdf/template'
import { safe } from '@/lib/export/tables/safe'

/** The paper as Typst source. Every word of it is a string there, so that none can be a command. */
export function typstSource(paper: Paper): string {
  const { language, masthead, title, notice } = paper
  const region = { en: 'GB', fr: 'FR', es: 'ES', ru: 'RU', zh: 'CN', ar: 'SA' }[language]
  const at = new Date(paper.created)
  const date = `datetime(year: ${at.getUTCFullYear()}, month: ${at.getUTCMonth() + 1}, day: ${at.getUTCDate()}, hour: ${at.getUTCHours()}, minute: ${at.getUTCMinutes()}, second: ${at.getUTCSeconds()})`
  const frame = [
    quoted(language),
    quoted(region),
    quoted(`${masthead.symbol} ${title}`),
    date,
    quoted(masthead.symbol),
    quoted(notice ?? ''),
    quoted(masthead.jobNumber ?? ''),
  ]
  return `${TEMPLATE}
#show: paper.with(${frame.join(', ')})
${mastheadSource(paper)}
${titleSource(paper)}
${lines(paper)
  .map((line) => lineSource(line, language))
  .join('\n')}
`
}

function mastheadSource(paper: Paper): string {
  const { masthead, language } = paper
  const { unitedNations, agendaItem } = phrases(language)
  const root = symbolRoot(masthead.symbol)
  const meeting = [
    `text(size: 12pt, weight: "bold", ${quoted(masthead.body)})`,
    ...(masthead.session ? [`strong(${quoted(masthead.session)})`] : []),
    quoted(masthead.datesAndPlace),
    ...(masthead.agendaItem
      ? [
          quoted(`${agendaItem} ${masthead.agendaItem.number}`),
          `strong(${quoted(masthead.agendaItem.title)})`,
        ]
      : []),
  ]
  const beside = distributionLines(paper).map(quoted)
  return `#masthead(${[
    quoted(unitedNations),
    quoted(root),
    quoted(masthead.symbol.slice(root.length)),
    quoted(masthead.organ ?? ''),
    `(${beside.join(', ')})`,
    `(${meeting.join(', ')}).join(linebreak())`,
  ].join(', ')})`
}

function titleSource({ title, titleNote, subtitle, notice }: Paper): string {
  const note = titleNote
    ? `text(weight: "regular", footnote(numbering: "*", ${quoted(titleNote)}))`
    : '""'
  return `#column({
  set par(justify: false)
  block(above: 26pt, below: 14pt, text(size: 14pt, weight: "bold", heading(level: 1, ${quoted(title)} + ${note})))
  counter(footnote).update(0)
  ${subtitle ? `block(above: 12pt, below: 12pt, text(size: 12pt, weight: "bold", ${quoted(subtitle)}))` : ''}
  ${notice ? `block(above: 12pt, below: 6pt, width: 100%, stroke: 0.5pt, inset: 5pt, text(size: 9pt, style: "italic", ${quoted(notice)}))` : ''}
})`
}

function lineSource(line: Line, language: Language): string {
  if (line.kind === 'table') return tableSource(line.table)
  if (line.kind === 'entry') return entrySource(line, language)
  return `#head(${line.level}, ${quoted(line.label)}, ${quoted(line.text)})`
}

function entrySource(line: EntryLine, language: Language): string {
  const { entry, depth } = line
  const text = entry.text.length ? entry.text : [{ runs: [] }]
  const parts = text.map((paragraph, index) =>
    index < text.length - 1
      ? runsSource(paragraph) + endSource(paragraph)
      : `${runsSource(paragraph)}#${quoted(closingOf(line, language))}`,
  )
  const source = `entry(${depth}, ${labelSource(line)}, (${parts.map((part) => `[${part}]`).join(', ')},))`
  return entry.language && entry.language !== language
    ? `#directed(${quoted(entry.language)}, ${source})`
    : `#${source}`
}

/** The sign of a paragraph's end that a State inserted or deleted. */
const endSource = ({ end }: Paragraph): string => (end ? `#${end.kind}(${quoted('¶')})` : '')

function labelSource({ label, latin, depth }: EntryLine): string {
  if (!label) return 'none'
  if (!latin) return `[#${quoted(label)}]`
  return depth === 0
    ? `[#${quoted(`${label.slice(0, -1)} `)}#emph(${quoted(latin)})#${quoted('.')}]`
    : `[#${quoted(`${label} `)}#emph(${quoted(latin)})]`
}

const runsSource = ({ runs }: Paragraph): string => runs.map(runSource).join('')

function runSource(run: Run): string {
  let source = quoted(run.text)
  if (run.italic) source = `emph(${source})`
  if (run.bold) source = `strong(${source})`
  if (run.tracked) source = `${run.tracked.kind}(${source})`
  const note = run.note ? `#footnote[${runsSource({ runs: run.note })}]` : ''
  return `#${source}${note}`
}

function tableSource({ title, columns, rows }: Table): string {
  const widths = columns.map(({ width }) => `${width ?? 1}fr`)
  const heads = columns.map((column) => quoted(column.title))
  const cells = rows.map((row) => `(${row.map(cellSource(isShort(row))).join(', ')},)`)
  return `#ledger(${title ? quoted(title) : 'none'}, (${widths.join(', ')},), (${heads.join(', ')},), (${cells.join(', ')},))`
}

const cellSource = (together: boolean) => (cell: Cell) =>
  `table.cell(breakable: ${!together})[${cell.map(cellParagraph).join('')}]`

const cellParagraph = (paragraph: Paragraph): string => {
  const source = `par[${runsSource(paragraph)}]`
  return paragraph.language ? `#directed(${quoted(paragraph.language)}, ${source})` : `#${source}`
}

/** A short row stays on one page. A long one may not: the part beyond the page would be cut off. */
const isShort = (row: Cell[]): boolean =>
  row
    .flatMap((cell) => cell.flatMap(({ runs }) => runs))
    .reduce((n, run) => n + run.text.length, 0) < 1200

/** Words as a Typst string: nothing in it is a command. */
export const quoted = (text: string): string =>
  `"${safe(text).replace(/[\\"]/g, '\\$&').replace(/\r\n?/g, '\n').replace(/\n/g, '\\n').replace(/\t/g, '\\t')}"`
