import { handler } from '@/lib/http/access'
import { askedOf } from '@/lib/consolidation/outputs/formats'
import { publicConsolidated } from '@/lib/consolidation/outputs/public-files'
import { orNotFound } from '@/lib/errors'
import { fileResponse } from '@/lib/http/public-file'

/** An adopted list, its concordance or its decisions, for everybody: as a page without script, or as a file. */
export const GET = handler('public', async (actor, request, params) => {
  const selection = orNotFound(askedOf(new URL(request.url).searchParams))
  return fileResponse(request, await publicConsolidated(params.session!, selection), actor)
})
