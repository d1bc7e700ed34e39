import { htmlPage, type PaperLink } from '@/lib/html/frame'
import { html, joinHtml, type SafeHtml } from '@/lib/html/safe-html'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { PostedCirculation } from '@/lib/circulation/posting/views'

/**
 * A public page of a circulation: its title, a line below, its parts, and the ways on above. The line is in the
 * name of the page, unless the page is about the whole circulation.
 */
export function postedPage(
  { slug, id }: PostedCirculation,
  {
    title,
    isWhole = false,
    lead,
    parts,
    ways = [],
  }: {
    title: string
    isWhole?: boolean
    lead: string
    parts: readonly SafeHtml[]
    ways?: readonly PaperLink[]
  },
): string {
  const t = translations('postedComments')
  return htmlPage({
    title: isWhole ? title : `${title} · ${lead}`,
    links: [
      { label: t('all'), href: paths.publicHome },
      { label: t('circulation'), href: paths.publicCirculation(slug, id) },
      ...ways,
      { label: t('feed'), href: paths.publicCirculationFeed(slug, id) },
      { label: t('json'), href: paths.publicCirculationJson(slug, id) },
    ],
    content: html`<h1>${title}</h1>
<p>${lead}</p>
${joinHtml(parts, '\n')}
<p class="quiet">${t('asReceived')}</p>`,
  })
}
