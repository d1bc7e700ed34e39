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

const NOT_BOLD = '[data-style*="font-weight:normal" i], [data-style*="font-weight: normal" i]'
const SELECTORS: Record<Exclude<Loss, 'marks'>, string> = {
  tables: 'table',
  pictures: 'img, picture, svg, object, video',
  lists: 'ul, ol, p[class*="MsoList"]',
  headings: 'h1, h2, h3, h4, h5, h6',
  links: 'a[href]:not([href^="#_ftn"], [href^="#_edn"])',
  bold: `b:not(${NOT_BOLD}), strong`,
  underlining: 'u, s, strike, del, ins',
  notes: 'a[href^="#_ftn"], a[href^="#_edn"]',
}

/** Pasted HTML as a text can take it, and what of its form was left out; the words are kept. */
export function cleanPaste(html: string): { html: string; lost: Loss[] } {
  const page = parsed(html)
  for (const unseen of page.querySelectorAll('script, meta, title, xml')) unseen.remove()
  const lost = losses.filter((loss) =>
    loss === 'marks'
      ? findForbiddenCharacter(page.body.textContent ?? '') !== null
      : page.querySelector(SELECTORS[loss]) !== null,
  )
  for (const slanted of page.querySelectorAll('[data-style*="font-style"]'))
    if (/font-style:\s*italic/i.test(slanted.getAttribute('data-style') ?? '')) {
      const em = page.createElement('em')
      em.append(...slanted.childNodes)
      slanted.append(em)
    }
  return { html: withoutForbidden(page.body.innerHTML), lost }
}

// The page's rules let no style in that is not its own, not even in a document that nobody sees.
const parsed = (html: string): Document =>
  new DOMParser().parseFromString(
    html
      .replace(/<style[\s\S]*?<\/style>/gi, '')
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<\/?o:p>/g, '')
      .replace(/(<[^>]*?)\sstyle=/gi, '$1 data-style='),
    'text/html',
  )

// Word marks the end of a table's cell, a footnote and its own fields with such characters.
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uE000-\uF8FF\uFFFE\uFFFF]/g

/** Pasted words without the characters that a text refuses; line separators become paragraphs. */
export const withoutForbidden = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u2028\u2029]|\r\n?/g, '\n')
    .replace(FORBIDDEN, '')
