import { handler } from '@/lib/http/access'
import { orNotFound } from '@/lib/errors'
import { fileResponse } from '@/lib/http/public-file'
import { listFormats } from '@/lib/proposals/preliminary-list/export'
import { publicList } from '@/lib/proposals/preliminary-list/public'

/** An issued list, for everybody: as a page without script, or as a file. */
export const GET = handler('public', async (actor, request, params) => {
  const search = new URL(request.url).searchParams
  const format = orNotFound(
    listFormats.find((format) => format === (search.get('format') ?? 'html')),
  )
  const attribution = search.get('attribution') !== 'without'
  return fileResponse(request, await publicList(params.session!, format, attribution), actor)
})
