import { element, escape } from '@/lib/export/html/escape'
import type { Language } from '@/lib/export/paper'
import { rightToLeft } from '@/lib/export/phrases'

/** A way from a page that is no part of what it prints; without an address, where one is. */
export type PaperLink = { label: string; href?: string }

type Framed = {
  title: string
  language?: Language
  /** The markup of the page, its words escaped. */
  markup: string
  links?: readonly PaperLink[]
  stylesheet?: string
  /** For what is wider than a column of text. */
  broad?: boolean
}

/** What stands around every page for everybody: no script, no style of its own, the ways from it above. */
export const htmlPage = ({
  title,
  language = 'en',
  markup,
  links = [],
  stylesheet = '/print.css',
  broad = false,
}: Framed): string => `<!doctype html>
<html lang="${language}" dir="${rightToLeft(language) ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="${escape(stylesheet)}">
${letters(language, markup)}
</head>
<body>
${htmlLinks(links)}<main class="paper${broad ? ' broad' : ''}">
${markup}
</main>
</body>
</html>
`

/** The letters that ship with the app; those of a script of their own where the page holds such words. */
const letters = (language: Language, markup: string): string =>
  [
    'source-serif-4/wght',
    'source-serif-4/wght-italic',
    'source-sans-3/wght',
    ...SCRIPTS.filter(([own]) => own === language || markup.includes(` lang="${own}"`)).map(
      ([, font]) => font,
    ),
  ]
    .map((font) => `<link rel="stylesheet" href="/fonts/${font}.css">`)
    .join('\n')

const SCRIPTS: readonly [Language, string][] = [
  ['ar', 'noto-naskh-arabic/wght'],
  ['zh', 'noto-serif-sc/wght'],
]

const htmlLinks = (links: readonly PaperLink[]): string =>
  links.length === 0
    ? ''
    : `<nav class="ways">${links
        .map(({ label, href }) =>
          href
            ? element('a', { href }, escape(label))
            : element('span', { 'aria-current': 'page' }, escape(label)),
        )
        .join(' ')}</nav>
`
