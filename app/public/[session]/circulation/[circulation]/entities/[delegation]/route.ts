import { entityFile } from '@/lib/circulation/posting/files'
import { asId } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { fileResponse } from '@/lib/http/public-file'

/** The posted comments of one State or organisation, for everybody. */
export const GET = handler('public', async (actor, request, params) => {
  const file = await entityFile(params.session!, asId(params.circulation), asId(params.delegation))
  return fileResponse(request, file, actor, { changes: true })
})
