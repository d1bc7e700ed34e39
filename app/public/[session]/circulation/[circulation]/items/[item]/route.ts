import { itemFile } from '@/lib/circulation/posting/files'
import { asId } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { fileResponse } from '@/lib/http/public-file'

/** The posted comments on one item, for everybody. */
export const GET = handler('public', async (actor, request, params) => {
  const file = await itemFile(params.session!, asId(params.circulation), asId(params.item))
  return fileResponse(request, file, actor, { changes: true })
})
