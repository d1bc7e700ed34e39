import type { Styles } from './style'

const TYPES: Record<string, string> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}
const BULLETS = /^(disc|circle|square|none|disclosure|["'])/

/** The marker of a list item: the words of its number, or null for a bullet. */
type Marker = string | null

/** Reads the numbers of list items as words, as the browser or Word would draw them. */
export class ListMarkers {
  /** The numbers that were read last, by level: Word's "%1.%2" names those above. */
  private readonly levels: string[] = []

  constructor(private readonly styles: Styles) {}

  /**
   * The marker of an item. Letters and small Roman numerals stand in brackets as in documents of the United
   * Nations, unless Word says how they are written.
   */
  of(item: Element): Marker {
    const list = item.closest('ol, ul')
    const level =
      Number(item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level')) || 1
    const pattern = item.getAttribute('data-leveltext')
    if (pattern !== null && !pattern.includes('%')) return null
    const style = this.styleOf(item, list)
    if (!list || BULLETS.test(style)) return null
    const number = inStyle(numberOf(item, list), style)
    this.levels[level - 1] = number
    if (pattern !== null)
      return pattern.replace(/%(\d)/g, (_, at) => this.levels[Number(at) - 1] ?? '')
    return /^\p{Ll}+$/u.test(number) ? `(${number})` : `${number}.`
  }

  // Word and Google name the style at the item, and not at each.
  private styleOf(item: Element, list: Element | null): string {
    const siblings = list ? [item, ...Array.from(list.children)] : [item]
    for (const sibling of siblings) {
      const style = this.styles.of(sibling, 'list-style-type')
      if (style) return style
    }
    if (!list) return 'none'
    const ownStyle = this.styles.of(list, 'list-style-type') || this.styles.of(list, 'list-style')
    const type = item.getAttribute('type') ?? list.getAttribute('type') ?? ''
    return ownStyle || TYPES[type] || (list.matches('ul') ? 'disc' : 'decimal')
  }
}

function numberOf(item: Element, list: Element): number {
  const items = Array.from(list.children).filter((child) => child.matches('li'))
  let number = integer(list.getAttribute('start')) ?? 1
  for (const element of items) {
    number = integer(element.getAttribute('value')) ?? number
    if (element === item) break
    number += 1
  }
  return number
}

const integer = (text: string | null): number | null =>
  text !== null && /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : null

function inStyle(number: number, style: string): string {
  if (number < 1) return String(number)
  if (/alpha|latin/.test(style)) return cased(letters(number), style)
  if (/roman/.test(style)) return cased(roman(number), style)
  return style === 'decimal-leading-zero' ? String(number).padStart(2, '0') : String(number)
}

const cased = (text: string, style: string) =>
  style.startsWith('upper') ? text.toUpperCase() : text

function letters(number: number): string {
  let text = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text
  return text
}

const ROMAN = Object.entries({
  m: 1000,
  cm: 900,
  d: 500,
  cd: 400,
  c: 100,
  xc: 90,
  l: 50,
  xl: 40,
  x: 10,
  ix: 9,
  v: 5,
  iv: 4,
  i: 1,
})

function roman(number: number): string {
  let [text, rest] = ['', Math.min(number, 3_999)]
  for (const [sign, value] of ROMAN)
    while (rest >= value) {
      text += sign
      rest -= value
    }
  return text
}
