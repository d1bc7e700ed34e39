import { handler } from '@/lib/http/access'
import { asAttachment } from '@/lib/export/file-name'
import { orNotFound } from '@/lib/errors'
import { exportList, listFormats } from '@/lib/proposals/preliminary-list/export'
import { getList } from '@/lib/proposals/preliminary-list/queries'
import { getSession } from '@/lib/sessions/queries'

/** The session's list as a file, with or without attribution; in the making for those who make it. */
export const GET = handler('participant', async (actor, request, params) => {
  const search = new URL(request.url).searchParams
  const format = orNotFound(listFormats.find((format) => format === search.get('format')))
  const session = await getSession(actor, params.session!)
  const list = await getList(actor, session)
  const attribution = search.get('attribution') !== 'without'
  const { body, type, name } = await exportList({ list, session }, format, { attribution })
  return new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': asAttachment(name, body),
      'cache-control': 'private, no-store',
    },
  })
})
