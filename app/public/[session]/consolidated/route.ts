import { handler } from '@/lib/access'
import { askedOf } from '@/lib/consolidation/output-kinds'
import { publicConsolidated } from '@/lib/consolidation/public-files'
import { found } from '@/lib/errors'
import { fileResponse } from '@/lib/export/public-file'

/** An adopted list, its concordance or its decisions, for everybody: as a page without script, or as a file. */
export const GET = handler('public', async (_, request, params) => {
  const asked = found(askedOf(new URL(request.url).searchParams))
  return fileResponse(request, await publicConsolidated(params.session!, asked))
})
