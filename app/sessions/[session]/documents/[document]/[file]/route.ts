import { fileDownload, fileInAddress } from '@/lib/documents/files/response'
import { getFile } from '@/lib/documents/queries'
import { symbolFromAddress } from '@/lib/documents/symbols/symbol'
import { orNotFound } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { getSession } from '@/lib/sessions/queries'

/** A file of a document, for those who may read the document. */
export const GET = handler('participant', async (actor, _request, params) => {
  const session = await getSession(actor, params.session!)
  const symbol = orNotFound(symbolFromAddress(params.document!))
  const { language, form } = orNotFound(fileInAddress(params.file!))
  const file = await getFile(actor, session, { symbol, language, form })
  return fileDownload(file, { symbol, language, isPublic: false })
})
