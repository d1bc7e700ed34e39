import { safe } from '@/lib/export/tables/safe'

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** HTML in which every value is escaped. Only this file makes it. */
export class SafeHtml {
  constructor(readonly text: string) {}
}

/** Values of a template: strings are escaped, '' and absent values write nothing. */
type Value = SafeHtml | readonly SafeHtml[] | string | number | false | null | undefined

/**
 * HTML from a template, for whole documents that a route handler answers and for exports; components are JSX.
 * Every value is escaped unless it is SafeHtml itself, so it may stand in an element or in a quoted attribute.
 */
export function html(parts: TemplateStringsArray, ...values: Value[]): SafeHtml {
  const text = parts.map(
    (part, index) => part + (index < values.length ? write(values[index]) : ''),
  )
  return new SafeHtml(text.join(''))
}

/** Puts pieces behind each other, with a separator (a line's end, for example) between them. */
export const joinHtml = (pieces: readonly SafeHtml[], separator: '' | ' ' | '\n'): SafeHtml =>
  new SafeHtml(pieces.map(({ text }) => text).join(separator))

/** Words with the line breaks of the text. */
export const linesOfHtml = (text: string): SafeHtml =>
  new SafeHtml(escape(text).replaceAll('\n', '<br>'))

type Attributes = Record<string, string | undefined>

/** An element with this inside; attributes without a value are left out. */
export const element = (name: string, attributes: Attributes, inner: Value): SafeHtml =>
  new SafeHtml(`${openingTag(name, attributes).text}${write(inner)}</${name}>`)

/** The opening tag of an element with an end written elsewhere. */
export function openingTag(name: string, attributes: Attributes): SafeHtml {
  const pairs = Object.entries(attributes).map(([key, value]) =>
    value ? ` ${key}="${escape(value)}"` : '',
  )
  return new SafeHtml(`<${name}${pairs.join('')}>`)
}

/** The attributes of words in another language than their surroundings. */
export const inLanguage = (language: string | undefined): Attributes => ({
  lang: language,
  dir: language && (language === 'ar' ? 'rtl' : 'ltr'),
})

function write(value: Value): string {
  if (value instanceof SafeHtml) return value.text
  if (value === false || value === null || value === undefined) return ''
  if (typeof value === 'object') return value.map(({ text }) => text).join('')
  return escape(String(value))
}

const escape = (text: string): string => safe(text).replace(/[&<>"']/g, (sign) => ESCAPED[sign]!)
