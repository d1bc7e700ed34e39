import { handler } from '@/lib/access'
import { found } from '@/lib/errors'
import { listFormats } from '@/lib/proposals/list-export'
import { publicList } from '@/lib/proposals/public-lists'

/** An issued list, for everybody: as a page without script, or as a file. */
export const GET = handler('public', async (_, request, params) => {
  const search = new URL(request.url).searchParams
  const format = found(listFormats.find((one) => one === (search.get('format') ?? 'html')))
  const attribution = search.get('attribution') !== 'without'
  const file = await publicList(params.session!, format, attribution)
  const headers: Record<string, string> = {
    'content-type': file.type,
    etag: file.etag,
    'cache-control': 'public, max-age=300',
    ...(format !== 'html' && { 'content-disposition': `attachment; filename="${file.name}"` }),
  }
  if (request.headers.get('if-none-match') === file.etag)
    return new Response(null, { status: 304, headers })
  return new Response(file.body, { headers })
})
