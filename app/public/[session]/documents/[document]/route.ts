import { publicDocument } from '@/lib/documents/public'
import { symbolFromAddress } from '@/lib/documents/symbols/symbol'
import { handler } from '@/lib/http/access'
import { pageResponse } from '@/lib/http/shell/shell'

/** One issued document, for everybody: its files, or the link to its list or snapshot. */
export const GET = handler('public', async (actor, request, params) => {
  const page = await publicDocument(params.session!, symbolFromAddress(params.document!))
  return pageResponse(page, actor, request)
})
