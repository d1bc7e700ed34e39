import { element, html, joinHtml, type SafeHtml } from '@/lib/html/safe-html'
import type { ParagraphLine } from '@/lib/report/paragraphs/paragraph'
import { filledNote, noteOf, type ParagraphNotes } from '@/lib/report/outputs/paper'
import type { ParagraphView, SectionView } from '@/lib/report/view'
import { placesOf } from '@/lib/report/writing/places'
import { REPORT_LANGUAGE } from '@/lib/report/writing/versions'
import { withItalics } from '@/lib/report/words/italics'
import type { Words } from '@/lib/report/words/pieces'
import type { TextDocument } from '@/lib/text/document/document'
import { cutAtPlaces, type OpenPlace } from '@/lib/text/document/open-places'

/** Sections (I.) with their titles (A.), paragraphs and lists, each under its eId. */
export function mainBody(sections: readonly SectionView[]): SafeHtml {
  const parts: { section: SectionView; titles: SectionView[] }[] = []
  for (const section of sections) {
    if (section.level === 1) parts.push({ section, titles: [] })
    else parts.at(-1)!.titles.push(section)
  }
  return joinHtml(
    parts.map(({ section, titles }) => sectionXml(section, titles)),
    '\n',
  )
}

function sectionXml(section: SectionView, titles: readonly SectionView[]): SafeHtml {
  const eId = `sec_${section.path}`
  return html`<section eId="${eId}">
${heading(section)}
${paragraphs(section, eId)}${joinHtml(
  titles.map((title) => titleXml(title, eId)),
  '',
)}</section>`
}

function titleXml(title: SectionView, under: string): SafeHtml {
  const eId = `${under}__title_${title.path.split('.')[1]}`
  return html`<title eId="${eId}">
${heading(title)}
${paragraphs(title, eId)}</title>
`
}

const heading = ({ label, heading: text }: SectionView) =>
  html`<num>${label}</num>
<heading>${text}</heading>`

const paragraphs = ({ paragraphs: rows }: SectionView, under: string): SafeHtml =>
  joinHtml(
    rows.map(
      (paragraph) => html`${paragraphXml(paragraph, under)}
`,
    ),
    '',
  )

function paragraphXml(paragraph: ParagraphView, under: string): SafeHtml {
  const eId = `${under}__para_${paragraph.number}`
  const status = paragraph.open.length > 0 ? 'incomplete' : undefined
  const lines = paragraph.lines ?? []
  const content =
    lines.length > 0
      ? list(lines, eId, textXml(paragraph))
      : html`<content>${textXml(paragraph)}</content>`
  return element(
    'paragraph',
    { eId, status },
    html`
<num>${paragraph.number}.</num>
${content}
`,
  )
}

/** A list with its words of introduction; lines of the second depth are a list in the point above them. */
function list(lines: readonly ParagraphLine[], under: string, intro: SafeHtml): SafeHtml {
  const eId = `${under}__list_1`
  const points: { line: ParagraphLine; below: ParagraphLine[] }[] = []
  const depth = lines[0]!.depth
  for (const line of lines) {
    if (line.depth === depth) points.push({ line, below: [] })
    else points.at(-1)!.below.push(line)
  }
  return html`<list eId="${eId}">
<intro eId="${eId}__intro_1">${intro}</intro>
${joinHtml(
  points.map(({ line, below }) => point(line, below, eId)),
  '\n',
)}
</list>`
}

function point(line: ParagraphLine, below: readonly ParagraphLine[], under: string): SafeHtml {
  const eId = `${under}__point_${line.label.replace(/[().]/g, '')}`
  const content =
    below.length > 0 ? list(below, eId, textXml(line)) : html`<content>${textXml(line)}</content>`
  return html`<point eId="${eId}">
<num>${line.label}</num>
${content}
</point>`
}

type Worded = ParagraphNotes & {
  words: Words
  written?: TextDocument
  language?: string
  open?: ParagraphView['open']
}

function textXml({ words, written, language, open, ...notes }: Worded): SafeHtml {
  if (!written) return html`<p>${wordsXml(words)}</p>`
  const places = open && open.length > 0 ? placesOf(written, open) : []
  const text = { written, places, language: notes.versions?.language ?? language }
  return writtenXml(text, noteOf(notes))
}

const wordsXml = (words: Words): SafeHtml =>
  joinHtml(
    words.map(({ text, open, filled }) => {
      if (open) return html`<placeholder>${text}</placeholder>`
      const runs = runsXml(withItalics(text))
      if (!filled) return runs
      return html`${runs}${noteXml(filledNote(filled))}`
    }),
    '',
  )

const runsXml = (runs: readonly { text: string; italic?: true; place?: number }[]): SafeHtml =>
  joinHtml(
    runs.map(({ text, italic, place }) => {
      const words = italic ? html`<i>${text}</i>` : html`${text}`
      return place === undefined ? words : html`<placeholder>${words}</placeholder>`
    }),
    '',
  )

/** Paragraphs in their language, the last with the note if there is one. */
function writtenXml(
  {
    written,
    places,
    language = REPORT_LANGUAGE,
  }: { written: TextDocument; places: readonly OpenPlace[]; language: string | undefined },
  note: string,
): SafeHtml {
  const paragraphTexts = cutAtPlaces(written, places).map(runsXml)
  const lang = language === REPORT_LANGUAGE ? undefined : language
  return joinHtml(
    paragraphTexts.map((runs, index) => {
      const isLast = index === paragraphTexts.length - 1
      return element('p', { 'xml:lang': lang }, html`${runs}${isLast && note && noteXml(note)}`)
    }),
    '',
  )
}

const noteXml = (note: string): SafeHtml =>
  html`<authorialNote placement="bottom" marker="*"><p>${note}</p></authorialNote>`
