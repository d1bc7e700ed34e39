import { element, escape } from '@/lib/export/html/escape'
import { htmlPage, type PaperLink } from '@/lib/export/html/frame'

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
  return htmlPage({
    title,
    markup: `${element('h1', {}, escape(title))}
${element('p', {}, escape(lead))}
${list.join('\n') || element('p', {}, escape(empty))}`,
  })
}
