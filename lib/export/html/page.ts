import { element, escape } from '@/lib/export/html/escape'
import { htmlLinks, type PaperLink } from '@/lib/export/html/write'

/** A plain page beside the papers: a title, a sentence and groups of links, without any script. */
export type PlainPage = {
  title: string
  lead: string
  groups: { title: string; about: string; links: PaperLink[] }[]
  /** What stands where there is no group. */
  empty: string
}

export function plainPage({ title, lead, groups, empty }: PlainPage): string {
  const list = groups.map(
    (group) =>
      `<section>${element('h2', {}, escape(group.title))}${element('p', {}, escape(group.about))}<ul>${group.links
        .map(({ label, href }) => `<li>${element('a', { href }, escape(label))}</li>`)
        .join('')}</ul></section>`,
  )
  return htmlPage(
    title,
    `${element('h1', {}, escape(title))}
${element('p', {}, escape(lead))}
${list.join('\n') || element('p', {}, escape(empty))}`,
  )
}

/** A page of the same looks with this title and this markup, and the ways from it above. */
export const htmlPage = (
  title: string,
  markup: string,
  links: readonly PaperLink[] = [],
): string => `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/print.css">
</head>
<body>
${htmlLinks(links)}<main class="paper">
${markup}
</main>
</body>
</html>
`
