import { handler } from '@/lib/http/access'
import { publicLineage } from '@/lib/consolidation/outputs/public-files'
import { fileResponse } from '@/lib/http/public-file'

/** The lineage of an adopted list drawn, with its table, for everybody. */
export const GET = handler('public', async (actor, request, params) =>
  fileResponse(request, await publicLineage(params.session!), actor),
)
