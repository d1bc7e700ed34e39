import { jsonOf } from '@/lib/circulation/posting/files'
import { getPosted, stampOf } from '@/lib/circulation/posting/queries'
import { asId } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { dataResponse } from '@/lib/http/public-file'

/** All posted comments of a circulation as JSON. */
export const GET = handler('public', async (_actor, request, params) => {
  const id = asId(params.circulation)
  const circulation = await getPosted(params.session!, id)
  const stamp = `json ${id} ${await stampOf({ circulationId: id })}`
  return dataResponse(request, { stamp, type: 'application/json; charset=utf-8' }, () =>
    jsonOf(circulation),
  )
})
