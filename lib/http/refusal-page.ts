import { type Actor, takesPart } from '@/lib/delegations/actor'
import { htmlPage } from '@/lib/export/html/frame'
import { element, escape } from '@/lib/export/html/escape'
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
  const markup = `${element('h1', {}, escape(title))}\n${element('p', {}, escape(says))}`
  return new Response(htmlPage({ title, markup, links }), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}
