import { handler } from '@/lib/http/access'
import { publicDocuments } from '@/lib/documents/public'
import { pageResponse } from '@/lib/http/shell/shell'

/** The documents of a session that were issued to everybody, on one page without script. */
export const GET = handler('public', async (actor, request, params) =>
  pageResponse(await publicDocuments(params.session!), actor, request),
)
