import { heldFile } from '@/lib/documents/files/response'
import { asId } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { readNumber } from '@/lib/proposals/number'
import { getSession } from '@/lib/sessions/queries'
import { getSilenceFile } from '@/lib/silence/queries'

/** An annex, or the scan of a break, for those who may read the procedure: a download of its true type. */
export const GET = handler('participant', async (actor, _request, params) => {
  const session = await getSession(actor, params.session!)
  const number = readNumber(params.number)
  const file = await getSilenceFile(actor, session, number, asId(params.file))
  return heldFile(file)
})
