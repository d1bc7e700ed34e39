import { feedFile } from '@/lib/circulation/posting/files'
import { asId } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { fileResponse } from '@/lib/http/public-file'

/** The Atom feed of posted comments. */
export const GET = handler('public', async (actor, request, params) => {
  const file = await feedFile(params.session!, asId(params.circulation))
  return fileResponse(request, file, actor, { changes: true, isData: true })
})
