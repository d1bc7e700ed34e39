import type { Actor } from '@/lib/delegations/actor'
import { htmlPage } from '@/lib/html/frame'
import { html } from '@/lib/html/safe-html'
import { translations } from '@/lib/messages'
import { pageResponse } from './shell'
import { waysOn } from './ways-on'

/** A refusal for a person who opened the address in a browser: the reason, and the pages open to this person. */
export function refusalPage(
  actor: Actor,
  { headers }: Request,
  status: number,
  message?: string,
): Response {
  const t = translations('problems')
  const title = t(status === 404 ? 'notFoundTitle' : 'refusedTitle')
  const sentence = status === 404 ? t('notFound') : (message ?? '')
  const ways = waysOn(actor, headers.get('x-stocktake-path')).map(
    ({ href, label }) => html`<li><a href="${href}">${label}</a></li>`,
  )
  const content = html`<h1>${title}</h1>
<p>${sentence}</p>
<h2>${t('goOn')}</h2>
<ul>${ways}</ul>`
  return pageResponse(htmlPage({ title, content }), actor, { headers, here: null }, status)
}
