import { overviewFile } from '@/lib/circulation/posting/files'
import { asId } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { fileResponse } from '@/lib/http/public-file'

/** The posted comments of a circulation: all items and everybody who commented, for everybody. */
export const GET = handler('public', async (actor, request, params) => {
  const file = await overviewFile(params.session!, asId(params.circulation))
  return fileResponse(request, file, actor, { changes: true })
})
