import { handler } from '@/lib/http/access'
import { listDecisions } from '@/lib/consolidation/outputs/decisions-queries'
import { askedOf } from '@/lib/consolidation/outputs/formats'
import { outputFile } from '@/lib/consolidation/outputs/files'
import { getPrintedList } from '@/lib/consolidation/outputs/printed-queries'
import { asAttachment } from '@/lib/export/file-name'
import { orNotFound } from '@/lib/errors'
import { pageResponse } from '@/lib/http/shell/shell'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { sessionName } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'

/** The consolidated list, its concordance or its decisions, as they are now, for those who take part. */
export const GET = handler('participant', async (actor, request, params) => {
  const selection = orNotFound(askedOf(new URL(request.url).searchParams))
  const session = await getSession(actor, params.session!)
  const t = translations('outputs')
  const [list, decisions] = await Promise.all([
    getPrintedList(actor, session),
    listDecisions(session.id),
  ])
  const back = { label: t('back'), href: paths.consolidation(session.slug) }
  const { body, type, name } = await outputFile({ list, decisions }, selection, [back])
  if (selection.format === 'html') {
    const room = { href: paths.session(session.slug), label: sessionName(session) }
    return pageResponse(String(body), actor, { headers: request.headers, here: room })
  }
  return new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'cache-control': 'private, no-store',
      'content-disposition': asAttachment(name, body),
    },
  })
})
