import { handler } from '@/lib/http/access'
import { pageResponse } from '@/lib/http/shell/shell'
import { paths } from '@/lib/paths'
import { exportList } from '@/lib/proposals/preliminary-list/export'
import { getList } from '@/lib/proposals/preliminary-list/queries'
import { getSession } from '@/lib/sessions/queries'
import { sessionName } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'

/** The list as it would print, with or without attribution. */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  const t = translations('lists')
  const list = await getList(actor, session)
  const attribution = new URL(request.url).searchParams.get('attribution') !== 'without'
  const address = paths.printedList(session.slug)
  const links = [
    { label: t('back'), href: paths.list(session.slug) },
    { label: t('with'), ...(!attribution && { href: address }) },
    { label: t('without'), ...(attribution && { href: `${address}?attribution=without` }) },
  ]
  const { body } = await exportList({ list, session }, 'html', { attribution, links })
  const room = { href: paths.session(session.slug), label: sessionName(session) }
  return pageResponse(String(body), actor, { headers: request.headers, here: room })
})
