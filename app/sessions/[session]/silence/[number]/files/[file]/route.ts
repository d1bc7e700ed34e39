import { fileForms, type FileForm } from '@/lib/documents/files/forms'
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
  return new Response(file.bytes, {
    headers: {
      'content-type': fileForms[file.form as FileForm],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, no-store',
    },
  })
})
