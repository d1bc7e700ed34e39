import { htmlPage, type PaperLink } from './frame'
import { html, joinHtml } from './safe-html'

/** A plain page beside the papers: a title, a sentence and groups of links, without any script. */
type PlainPage = {
  title: string
  /** The name of the page in a list of pages, if the title alone does not tell it from others. */
  name?: string
  lead: string
  groups: { title: string; about: string; links: PaperLink[] }[]
  /** The text without groups. */
  empty: string
}

export function plainPage({ title, name = title, lead, groups, empty }: PlainPage): string {
  const list = groups.map(
    (group) =>
      html`<section><h2>${group.title}</h2><p>${group.about}</p><ul>${group.links.map(
        ({ label, href }) => html`<li><a href="${href}">${label}</a></li>`,
      )}</ul></section>`,
  )
  return htmlPage({
    title: name,
    content: html`<h1>${title}</h1>
<p>${lead}</p>
${list.length > 0 ? joinHtml(list, '\n') : html`<p>${empty}</p>`}`,
  })
}
