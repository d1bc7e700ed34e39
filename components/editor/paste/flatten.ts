import { withoutForbidden } from '@/lib/text/characters'
import { onTheLine } from './levels'
import { ListMarkers } from './list-markers'
import type { Notices } from './notices'
import { Paragraphs } from './paragraphs'
import type { PastedRun } from './spaces'
import type { Styles } from './style'

const BLOCKS =
  'address, article, aside, blockquote, caption, center, dd, details, dl, dt, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, legend, li, main, nav, ol, p, pre, section, summary, ul, div, tr, td, th'
const UNSEEN = 'script, style, template, title, meta, link, xml, rp, noscript, datalist'
const PICTURES = 'img, picture, svg, object, video, canvas, iframe'
const WORD_MARKER = '[data-style*="mso-list"]'
const HEADINGS = 'h1, h2, h3, h4, h5, h6'

/** The form of words, as they have it from the elements around them. */
type Form = {
  italic: boolean
  bracket: string | null
  level: 'raised' | 'lowered' | null
  isInserted: boolean
  keepsLines: boolean
  isCapitals: boolean
}
const PLAIN: Form = {
  italic: false,
  bracket: null,
  level: null,
  isInserted: false,
  keepsLines: false,
  isCapitals: false,
}

/** The words of a page as paragraphs; content that a text cannot hold becomes words or is noted. */
export class Flattener {
  private readonly markers: ListMarkers

  constructor(
    private readonly styles: Styles,
    private readonly notices: Notices,
  ) {
    this.markers = new ListMarkers(styles)
  }

  /** The paragraphs of an element and all that is in it. */
  paragraphsOf(element: Element, form: Form = PLAIN): PastedRun[][] {
    const out = new Paragraphs(this.notices)
    this.children(element, form, out)
    out.end()
    return out.all
  }

  private children(element: Element, form: Form, out: Paragraphs): void {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.text(node.nodeValue ?? '', form, out)
      else if (node.nodeType === Node.ELEMENT_NODE) this.element(node as Element, form, out)
    }
  }

  private text(raw: string, form: Form, out: Paragraphs): void {
    const clean = form.isCapitals ? withoutForbidden(raw).toUpperCase() : withoutForbidden(raw)
    if (/[\uE000-\uF8FF]/.test(raw)) this.notices.add('symbols')
    else if (withoutForbidden(raw).length < raw.replace(/\r\n/g, '\n').length)
      this.notices.add('marks')
    const lines = form.keepsLines ? clean.split('\n') : [clean.replace(/[\t\n\f]+/g, ' ')]
    lines.forEach((line, index) => {
      if (index > 0) out.end()
      const { italic, bracket, level } = form
      if (!level || line.trim() === '') return out.add({ text: line, italic, bracket })
      const [text, isChanged] = onTheLine(line, level, out.written())
      if (isChanged) this.notices.add('raised', line)
      out.add({ text, italic, bracket })
    })
  }

  private element(element: Element, outer: Form, out: Paragraphs): void {
    if (element.matches(UNSEEN) || this.styles.isHidden(element)) return
    if (element.matches('br')) return out.end()
    if (element.matches(PICTURES))
      return this.notices.add('pictures', element.getAttribute('alt') ?? undefined)
    if (element.matches('table') && this.table(element, outer, out)) return
    if (this.styles.of(element, 'mso-list').startsWith('ignore')) return this.marker(element, out)
    if (this.styles.isStruck(element)) {
      const words = element.textContent ?? ''
      if (words.trim() !== '') this.notices.add('deleted', words)
      return
    }
    const form = this.formOf(element, outer)
    const isBlock = element.matches(BLOCKS)
    if (element.matches('li')) this.item(element, out)
    else if (isBlock) out.end()
    const [before, after] = aroundOf(element)
    if (before) out.add({ text: before, italic: form.italic, bracket: form.bracket })
    this.children(element, form, out)
    if (after) out.add({ text: after, italic: form.italic, bracket: form.bracket })
    if (element.matches('li')) out.endItem()
    else if (isBlock) out.end()
  }

  /** The form within an element; parts that a text cannot hold are noted. */
  private formOf(element: Element, outer: Form): Form {
    const { styles, notices } = this
    const words = element.textContent ?? ''
    const hasWords = words.trim() !== ''
    const isInserted = element.matches('ins')
    if (hasWords) {
      if (isInserted && !outer.isInserted) notices.add('inserted', words)
      else if (styles.isUnderlined(element) && !element.closest('a') && !outer.isInserted)
        notices.add('underlining', words)
      if (element.matches(HEADINGS)) notices.add('headings')
      if (styles.isBold(element)) notices.add('bold')
      if (styles.isHighlighted(element)) notices.add('highlighting', words)
      if (styles.isSymbolFont(element) && !element.querySelector(WORD_MARKER))
        notices.add('symbols', words)
      if (element.matches('math')) notices.add('formulas', words)
      if (isLinkAway(element)) notices.add('links', element.getAttribute('href')!)
    }
    const white = styles.of(element, 'white-space')
    return {
      italic: styles.italic(element) ?? outer.italic,
      bracket: element.getAttribute('data-bracket') ?? outer.bracket,
      level: styles.level(element) ?? outer.level,
      isInserted: outer.isInserted || isInserted,
      keepsLines: white
        ? /^pre|^break-spaces/.test(white)
        : outer.keepsLines || element.matches('pre'),
      isCapitals: styles.isCapitals(element) ?? outer.isCapitals,
    }
  }

  private item(element: Element, out: Paragraphs): void {
    const marker = this.markers.of(element)
    if (marker === null) this.notices.add('bullets')
    out.beginItem(marker ?? '')
  }

  /** A marker that Word wrote as words. */
  private marker(element: Element, out: Paragraphs): void {
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
    const font = (at: Element | null): string =>
      at ? this.styles.of(at, 'font-family') || font(at.parentElement) : ''
    const isBullet = /symbol|wingdings|courier/.test(font(element)) || !/[\p{L}\p{N}]/u.test(text)
    if (isBullet) this.notices.add('bullets')
    else out.add({ text: `${text} `, italic: false, bracket: null })
  }

  /**
   * A table with several columns: each row is a paragraph, its cells parted by a sign; cells of several
   * paragraphs stay paragraphs. Answers false for a table that only lays a page out.
   */
  private table(table: Element, form: Form, out: Paragraphs): boolean {
    const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
    const cellsOf = (row: Element) => [...row.children].filter((cell) => cell.matches('td, th'))
    if (!rows.some((row) => cellsOf(row).length > 1)) return false
    out.end()
    this.notices.add('tables')
    const caption = [...table.children].find((child) => child.matches('caption'))
    if (caption) this.element(caption, form, out)
    for (const row of rows) {
      const cells = cellsOf(row).map((cell) => this.paragraphsOf(cell, this.formOf(cell, form)))
      const isOneLine = cells.every((paragraphs) => paragraphs.length <= 1)
      const line = isOneLine ? joined(cells.map(([runs]) => runs ?? [])) : []
      if (line.length > 0) out.all.push(line)
      if (!isOneLine) out.all.push(...cells.flat())
    }
    return true
  }
}

/** The cells of a row as one line. An empty cell keeps its place before one that is not: columns mean something. */
function joined(cells: readonly PastedRun[][]): PastedRun[] {
  const last = cells.findLastIndex((runs) => runs.length > 0)
  const bar = (text: string): PastedRun => ({ text, italic: false, bracket: null })
  return cells.slice(0, last + 1).flatMap((runs, at) => {
    if (runs.length === 0)
      return at === 0 ? [] : [bar(at === 1 && cells[0]!.length === 0 ? '|' : ' |')]
    if (at === 0) return runs
    return [bar(at === 1 && cells[0]!.length === 0 ? '| ' : ' | '), ...runs]
  })
}

/** The signs that a browser writes around an element's words. */
function aroundOf(element: Element): [string, string] {
  if (element.matches('q')) return ['“', '”']
  return element.matches('rt') ? [' (', ')'] : ['', '']
}

/** Whether a link leads to an address that its words do not show. */
function isLinkAway(element: Element): boolean {
  const address = element.matches('a[href]') ? element.getAttribute('href')! : ''
  const bare = (text: string) => text.replace(/^(https?:\/\/|mailto:)/, '').replace(/\/$/, '')
  return !/^(#|javascript:|$)/.test(address) && bare(address) !== bare(element.textContent.trim())
}
