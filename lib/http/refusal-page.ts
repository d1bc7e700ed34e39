import { type Actor, takesPart } from '@/lib/delegations/actor'
import { htmlPage } from '@/lib/html/frame'
import { html } from '@/lib/html/safe-html'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/** A refusal for whoever opened the address in a browser: what is the matter, and the ways on. */
export function refusalPage(actor: Actor, status: number, message?: string): Response {
  const t = translations('problems')
  const title = t(status === 404 ? 'notFoundTitle' : 'refusedTitle')
  const says = status === 404 ? t('notFound') : (message ?? '')
  const links = [
    ...(takesPart(actor) ? [{ href: paths.home, label: t('desk') }] : []),
    { href: paths.publicHome, label: t('published') },
  ]
  const content = html`<h1>${title}</h1>\n<p>${says}</p>`
  return new Response(htmlPage({ title, content, links }), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}
