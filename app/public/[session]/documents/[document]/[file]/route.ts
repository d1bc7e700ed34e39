import { fileDownload, fileInAddress } from '@/lib/documents/files/response'
import { getFile } from '@/lib/documents/queries'
import { symbolFromAddress } from '@/lib/documents/symbols/symbol'
import { visitor } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { findSession } from '@/lib/sessions/queries'

/** A file of an issued document, for everybody: always under the same address. */
export const GET = handler('public', async (_actor, _request, params) => {
  const session = orNotFound(await findSession(params.session!))
  const symbol = orNotFound(symbolFromAddress(params.document!))
  const { language, form } = orNotFound(fileInAddress(params.file!))
  const file = await getFile(visitor, session, { symbol, language, form })
  return fileDownload(file, { symbol, language, isPublic: true })
})
