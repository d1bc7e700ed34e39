import { getPaperFile } from '@/lib/circulation/papers/queries'
import { asId } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { getSession } from '@/lib/sessions/queries'

/** The file as it came: always kept, never shown. */
export const GET = handler('participant', async (actor, _request, params) => {
  const session = await getSession(actor, params.session!)
  const { body, type, name } = await getPaperFile(actor, session.id, asId(params.paper))
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  })
})
