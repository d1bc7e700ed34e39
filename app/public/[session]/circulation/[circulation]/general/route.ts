import { generalFile } from '@/lib/circulation/posting/files'
import { asId } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { fileResponse } from '@/lib/http/public-file'

/** The posted comments that are on no single item, for everybody. */
export const GET = handler('public', async (actor, request, params) => {
  const file = await generalFile(params.session!, asId(params.circulation))
  return fileResponse(request, file, actor, { changes: true })
})
