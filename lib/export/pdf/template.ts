import { COLUMN, HEAD, HEADING_NUMBER_END, PAGE, TYPE } from '@/lib/export/geometry'
import { FAMILIES } from '@/lib/export/pdf/fonts'

const TOP = 76
const families = FAMILIES.map((family) => `"${family}"`).join(', ')

/** The parts of a paper as Typst functions, with the measures of an issued one. A text box is one line less its gap. */
export const TEMPLATE = `
#let step = ${COLUMN.step}pt
#let indent = ${COLUMN.indent}pt
#let words(size, line, body) = {
  set text(size: size)
  set par(leading: line - size, spacing: line - size + ${COLUMN.after}pt)
  body
}
#let column(body) = pad(left: indent, right: indent, body)
#let directed(language, body) = {
  set text(lang: language, dir: if language == "ar" { rtl } else { ltr })
  if language == "ar" { words(${TYPE.arabic.size}pt, ${TYPE.arabic.line}pt, body) } else { body }
}
#let label(body, width) = context box(width: calc.max(width, measure(body).width + 4pt), baseline: 0.2em, body)
#let entry(depth, number, parts) = column({
  for (index, part) in parts.enumerate() {
    par({
      if index > 0 or number == none { h(step * (depth + 1)) } else { h(step * depth); label(number, step) }
      part
    })
  }
})
#let head(level, number, body) = block(above: ${COLUMN.after + 12}pt, below: 12pt, sticky: true, {
  let (size, line) = ((${TYPE.headings.map(({ size, line }) => `(${size}pt, ${line}pt)`).join(', ')})).at(level - 1)
  set text(size: size, weight: "bold")
  set par(leading: line - size, hanging-indent: indent, justify: false)
  heading(level: level + 1, {
    box(width: ${HEADING_NUMBER_END}pt, baseline: 0.2em, align(end, number))
    h(indent - ${HEADING_NUMBER_END}pt)
    body
  })
})
#let inserted(body) = underline(strong(text(fill: rgb("#0f5a3c"), body)))
#let deleted(body) = { text(fill: rgb("#8a3324"), strike(body)); h(0.15em, weak: true) }
#let ledger(title, columns, heads, rows) = {
  if title != none { block(above: 12pt, below: 6pt, sticky: true, strong(title)) }
  set text(size: 9pt)
  set par(justify: false, leading: 2pt, spacing: 2pt)
  table(
    columns: columns,
    inset: (left: 0pt, right: 5.6pt, y: 3pt),
    align: start + top,
    stroke: (_, y) => (bottom: if y == 0 { 1.5pt } else { 0.25pt }, top: if y == 0 { 0.5pt }),
    table.header(..heads.map(it => text(size: 8pt, style: "italic", it))),
    ..rows.flatten(),
    table.hline(stroke: 1.5pt),
  )
}
#let masthead(nations, root, rest, organ, beside, meeting) = {
  place(top + left, dy: ${HEAD.top - TOP}pt, block(width: 100%, {
    set par(justify: false, leading: 2pt, spacing: 2pt)
    grid(
      columns: (${HEAD.columns[0]}pt, 1fr, ${HEAD.columns[2]}pt),
      rows: (${HEAD.rows[0]}pt, ${HEAD.rows[1]}pt),
      grid.cell(align: bottom, inset: (bottom: 5pt), []),
      grid.cell(colspan: 2, align: bottom, inset: (bottom: 3pt), {
        box(text(size: 14pt, nations))
        h(1fr)
        box(text(dir: ltr, { text(size: 20pt, root); rest }))
      }),
      grid.hline(stroke: 0.5pt),
      [],
      grid.cell(inset: (top: 8pt), text(size: 20pt, weight: "bold", organ)),
      grid.cell(inset: (top: 13pt), beside.join(linebreak())),
      grid.hline(stroke: 1.5pt),
    )
  }))
  v(${HEAD.top + HEAD.rows[0] + HEAD.rows[1] - TOP + 9}pt)
  block(width: 312pt, {
    set par(justify: false, leading: 2pt, spacing: 2pt)
    meeting
  })
}
#let paper(language, region, title, date, symbol, notice, job, body) = {
  set document(title: title, date: date)
  set text(
    font: (${families}),
    size: ${TYPE.body.size}pt,
    lang: language,
    region: region,
    hyphenate: false,
    top-edge: 0.8em,
    bottom-edge: -0.2em,
  )
  set par(justify: true, leading: 2pt, spacing: ${2 + COLUMN.after}pt)
  set page(
    width: ${PAGE.width}pt,
    height: ${PAGE.height}pt,
    margin: (x: ${PAGE.margin}pt, top: ${TOP}pt, bottom: 72pt),
    header-ascent: 14pt,
    footer-descent: 22pt,
    header: context {
      let page = here().page()
      if page > 1 {
        let name = text(size: 9pt, weight: "bold", dir: ltr, symbol)
        let warning = text(size: 8pt, style: "italic", notice)
        block(width: 100%, stroke: (bottom: 0.75pt), inset: (bottom: 3pt), if calc.even(page) {
          name; h(1fr); warning
        } else { warning; h(1fr); name })
      }
    },
    footer: context {
      let page = here().page()
      let number = text(size: 9pt, weight: "bold", str(page))
      let small = text(size: 8pt, job)
      if page == 1 { text(size: 10pt, job) } else if calc.even(page) { number; h(1fr); small } else { small; h(1fr); number }
    },
  )
  set footnote.entry(separator: move(dx: 34.3pt, line(length: 73pt, stroke: 0.5pt)), gap: 4pt, indent: 0pt)
  show footnote.entry: it => {
    set text(size: ${TYPE.note.size}pt)
    set par(leading: ${TYPE.note.line - TYPE.note.size}pt, justify: false)
    column(it)
  }
  // A heading would grow by its level beyond the size that is set around it.
  ${[14, ...TYPE.headings.map(({ size }) => size)].map((size, index) => `show heading.where(level: ${index + 1}): set text(size: ${size}pt)`).join('\n  ')}
  show heading: it => it.body
  body
}
`
