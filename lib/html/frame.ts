import type { Language } from '@/lib/export/paper'
import { rightToLeft } from '@/lib/export/phrases'
import { element, html, joinHtml, type SafeHtml } from './safe-html'
import { footerPlace, headerPlace } from './shell'

/** A link from a page that does not print; without an address, the page itself. */
export type PaperLink = { label: string; href?: string }

type Framed = {
  title: string
  language?: Language
  /** The content of the page. */
  content: SafeHtml
  links?: readonly PaperLink[]
  stylesheet?: string
  /** For content wider than a column of text. */
  broad?: boolean
}

/**
 * A whole document around the content of a page: no script, no inline style, its links above. `inShell` puts its
 * reader's header into it.
 */
export function htmlPage({
  title,
  language = 'en',
  content,
  links = [],
  stylesheet = '/print.css',
  broad = false,
}: Framed): string {
  const document = html`<!doctype html>
<html lang="${language}" dir="${rightToLeft(language) ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/shell.css">
<link rel="stylesheet" href="${stylesheet}">
${fontLinks(language, content)}
</head>
<body>
${headerPlace}
${htmlLinks(links)}<main id="content" class="paper${broad && ' broad'}">
${content}
</main>
${footerPlace}
</body>
</html>
`
  return document.text
}

/** The style sheets of the fonts that ship with the app; of another script's if the page holds such words. */
const fontLinks = (language: Language, { text }: SafeHtml): SafeHtml =>
  joinHtml(
    [
      'source-serif-4/wght',
      'source-serif-4/wght-italic',
      'source-sans-3/wght',
      ...SCRIPTS.filter(
        ([script]) => script === language || text.includes(` lang="${script}"`),
      ).map(([, font]) => font),
    ].map((font) => html`<link rel="stylesheet" href="/fonts/${font}.css">`),
    '\n',
  )

const SCRIPTS: readonly [Language, string][] = [
  ['ar', 'noto-naskh-arabic/wght'],
  ['zh', 'noto-serif-sc/wght'],
]

const htmlLinks = (links: readonly PaperLink[]): SafeHtml | false => {
  const items = links.map(({ label, href }) =>
    href ? element('a', { href }, label) : element('span', { 'aria-current': 'page' }, label),
  )
  return (
    links.length > 0 &&
    html`<nav class="ways">${joinHtml(items, ' ')}</nav>
`
  )
}
