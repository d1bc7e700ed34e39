import { element, escape, inLanguage } from '@/lib/export/html/escape'
import { htmlChange, htmlRuns, type Notes } from '@/lib/export/html/runs'
import { closingOf, type EntryLine } from '@/lib/export/lines'
import type { Language, Paragraph } from '@/lib/export/paper'

/** Entries as lists within each other. Their numbers are words of the text, so that they are copied and read with it. */
export function htmlEntries(lines: readonly EntryLine[], language: Language, notes: Notes): string {
  let out = ''
  let open = -1
  const close = (depth: number) => {
    for (; open > Math.max(depth, 0); open -= 1) out += '</li></ol>'
    if (open > depth) out += '</div>'
  }
  for (const line of lines) {
    const { depth } = line
    close(depth)
    if (open === depth) out += depth === 0 ? '</div>' : '</li>'
    else if (depth > 0) out += '<ol class="items" role="list">'
    open = depth
    out += openingTag(depth === 0 ? 'div' : 'li', line) + htmlText(line, language, notes)
  }
  close(-1)
  return out
}

const openingTag = (name: string, { entry, depth, anchor, label }: EntryLine): string =>
  element(
    name,
    {
      class: `entry depth-${depth}${label ? '' : ' unnumbered'}`,
      id: anchor,
      ...inLanguage(entry.language),
    },
    '',
  ).replace(`</${name}>`, '')

function htmlText(line: EntryLine, language: Language, notes: Notes): string {
  const paragraphs = line.entry.text.length ? line.entry.text : [{ runs: [] }]
  const label = htmlLabel(line)
  const closing = escape(closingOf(line, language))
  const words = paragraphs.map(
    (paragraph, index) =>
      htmlRuns(paragraph.runs, notes) + htmlEnd(paragraph, index === paragraphs.length - 1),
  )
  return `<p>${label}${words.join('')}${closing}</p>`
}

/** The end of a paragraph before the next: a new one, or the sign of one that a State put in or took out. */
const htmlEnd = ({ end }: Paragraph, last: boolean): string => {
  if (last) return ''
  return end ? `${htmlChange(end, '¶')}<br>` : '</p><p>'
}

function htmlLabel({ label, latin, depth }: EntryLine): string {
  if (!label) return ''
  const words =
    latin && depth === 0
      ? `${escape(label.slice(0, -1))} <i>${latin}</i>.`
      : `${escape(label)}${latin && ` <i>${latin}</i>`}`
  return `<span class="label">${words} </span>`
}
