import { findForbiddenCharacter } from '@/lib/text/characters'

/** What a paste can lose, as keys of the messages `editor.leftOut`. */
export const losses = [
  'tables',
  'pictures',
  'lists',
  'headings',
  'links',
  'bold',
  'underlining',
  'notes',
  'marks',
] as const
export type Loss = (typeof losses)[number]

const SELECTORS: Partial<Record<Loss, string>> = {
  tables: 'table',
  pictures: 'img, picture, svg, object, video',
  lists: 'ul, ol, p[class*="MsoList"]',
  headings: 'h1, h2, h3, h4, h5, h6',
  links: 'a[href]:not([href^="#_ftn"])',
  bold: 'b:not([style*="font-weight:normal"]):not([style*="font-weight: normal"]), strong',
  underlining: 'u, s, strike, del, ins',
  notes: 'a[href^="#_ftn"], a[href^="#_edn"]',
}

/** What of a pasted page cannot stand in a text: its words are kept, this form of them is not. */
export function leftOut(html: string): Loss[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const unseen of page.querySelectorAll('style, script, meta, title, xml')) unseen.remove()
  return losses.filter((loss) => {
    if (loss === 'marks') return findForbiddenCharacter(page.body.textContent ?? '') !== null
    return page.querySelector(SELECTORS[loss]!) !== null
  })
}

// Word marks the end of a table's cell, a footnote and its own fields with such characters.
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uE000-\uF8FF\uFFFE\uFFFF]/g

/** Pasted words without the characters that a text refuses; line separators become paragraphs. */
export const withoutForbidden = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u2028\u2029]|\r\n?/g, '\n')
    .replace(FORBIDDEN, '')

/** Pasted HTML without them, and without what a word processor adds for itself. */
export const withoutClutter = (html: string): string =>
  withoutForbidden(html.replace(/<!--[\s\S]*?-->/g, '').replace(/<\/?o:p>/g, ''))
