import { orNotFound } from '@/lib/errors'
import { asAttachment } from '@/lib/export/file-name'
import { handler } from '@/lib/http/access'
import { pageResponse } from '@/lib/http/shell/shell'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { storedReport } from '@/lib/report/adopted/public'
import { readFormat } from '@/lib/report/outputs/formats'
import { getReport } from '@/lib/report/queries'
import { getSession } from '@/lib/sessions/queries'
import { sessionName } from '@/lib/sessions/session-view'

/** The report in a form, for those who may read it: the stored file from its issue on. */
export const GET = handler('participant', async (actor, request, params) => {
  const format = orNotFound(readFormat(new URL(request.url).searchParams.get('format')))
  const session = await getSession(actor, params.session!)
  const report = await getReport(actor, session)
  const back = { label: translations('report')('back'), href: paths.report(session.slug) }
  const { body, type, name } = await storedReport({ report, session }, format, [back])
  if (format === 'html') {
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
