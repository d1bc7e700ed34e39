import { compilationFormats } from '@/lib/circulation/compilation/formats'
import { compilationFile, TYPES } from '@/lib/circulation/compilation/files/write'
import { getCompiledCirculation } from '@/lib/circulation/compilation/queries/overview'
import { asId, orNotFound } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { getSession } from '@/lib/sessions/queries'

/** The compilation as a file, written while it is read; of the comments that the reader sees. */
export const GET = handler('participant', async (actor, request, params) => {
  const formatName = new URL(request.url).searchParams.get('format')
  const format = orNotFound(compilationFormats.find((candidate) => candidate === formatName))
  const session = await getSession(actor, params.session ?? '')
  const circulation = await getCompiledCirculation(actor, session, asId(params.circulation))
  const pieces = compilationFile(circulation, format)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': TYPES[format],
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="${session.slug}-comments.${format}"`,
    },
  })
})
