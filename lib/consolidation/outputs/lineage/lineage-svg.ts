import { element, html, joinHtml, type SafeHtml } from '@/lib/html/safe-html'
import { figureOf, type Lineage } from './lineage'

/** The words of the figure, each whole: they are cut here to the available room. */
export type FigureWords = {
  label: string
  origin: (index: number) => string
  end: (index: number) => string
  band: (index: number) => string
}

const WIDTH = 860
const LEFT = 310
const RIGHT = 550
const BAR = 8
/** The room beside a bar, in Latin letters; a Chinese one takes two. */
const ROOM = 42
/** A drawing higher than this breaks over pages in print; others are fitted to one. */
const TALL = 1_500

/** The address within the page at which a band's set of items stands in words. */
export const bandId = (from: number, to: number): string => `band-${from + 1}-${to + 1}`

/**
 * The lineage as a drawing: origins on the left, ends on the right, each band a link to its row in
 * the table. It takes its colours from the page's own tokens, needs no script, and every word in it
 * is escaped.
 */
export function lineageSvg(lineage: Lineage, words: FigureWords): SafeHtml {
  const figure = figureOf(lineage)
  const bands = figure.bands.map(({ fromY, toY, thickness }, index) => {
    const { from, to } = lineage.bands[index]!
    const aside = lineage.ends[to]?.kind === 'aside'
    const path = tag('path', {
      d: bandPath(fromY, toY, thickness),
      fill: aside ? 'var(--quiet)' : 'var(--accent)',
      'fill-opacity': aside ? '0.22' : '0.3',
    })
    const title = html`<title>${words.band(index)}</title>`
    return element('a', { href: `#${bandId(from, to)}` }, [title, path])
  })
  const origins = figure.origins.map(({ y, height }, index) =>
    node(LEFT - BAR, y, height, words.origin(index), 'end', LEFT - BAR - 8),
  )
  const ends = figure.ends.map(({ y, height }, index) =>
    node(RIGHT, y, height, words.end(index), 'start', RIGHT + BAR + 8),
  )
  return element(
    'svg',
    {
      class: 'lineage',
      viewBox: `0 -2 ${WIDTH} ${Math.ceil(figure.height) + 4}`,
      role: 'group',
      'aria-label': words.label,
      'font-size': '13',
      ...(figure.height > TALL && { 'data-tall': 'true' }),
    },
    joinHtml([...bands, ...origins, ...ends], '\n'),
  )
}

function bandPath(fromY: number, toY: number, thickness: number): string {
  const middle = (LEFT + RIGHT) / 2
  const [a, b, c, d] = [fromY, toY, toY + thickness, fromY + thickness].map((y) => y.toFixed(1))
  return `M${LEFT},${a}C${middle},${a} ${middle},${b} ${RIGHT},${b}L${RIGHT},${c}C${middle},${c} ${middle},${d} ${LEFT},${d}Z`
}

function node(
  x: number,
  y: number,
  height: number,
  label: string,
  anchor: 'start' | 'end',
  textX: number,
): SafeHtml {
  const bar = tag('rect', {
    x: String(x),
    y: y.toFixed(1),
    width: String(BAR),
    height: height.toFixed(1),
    fill: 'var(--ink)',
  })
  const text = element(
    'text',
    {
      x: String(textX),
      y: (y + Math.min(height, 28) / 2).toFixed(1),
      'dominant-baseline': 'central',
      'text-anchor': anchor,
      direction: 'ltr',
      fill: 'var(--ink)',
    },
    short(label),
  )
  return html`<g><title>${label}</title>${bar}${text}</g>`
}

const tag = (name: string, attributes: Record<string, string>): SafeHtml =>
  element(name, attributes, '')

const signs = new Intl.Segmenter()
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u

/** The part of a label that fits beside a bar; the title holds the whole. */
function short(label: string): string {
  let room = ROOM
  for (const { segment, index } of signs.segment(label)) {
    room -= WIDE.test(segment) ? 2 : 1
    if (room < 0) return `${label.slice(0, cutBefore(label, index)).trimEnd()}…`
  }
  return label
}

/** Where to cut a label of which the signs before `index` fit: after a whole word, so that no number becomes another. */
function cutBefore(label: string, index: number): number {
  if (WIDE.test(label.charAt(index)) || WIDE.test(label.charAt(index - 1))) return index
  const space = label.lastIndexOf(' ', index)
  return space > (index * 2) / 3 ? space : index
}
