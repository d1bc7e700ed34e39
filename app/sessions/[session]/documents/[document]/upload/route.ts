import { z } from 'zod'
import { addFile } from '@/lib/documents/files/commands'
import { readFileForm, sentFile } from '@/lib/documents/files/upload'
import { getDocument } from '@/lib/documents/queries'
import { symbolFromAddress } from '@/lib/documents/symbols/symbol'
import { Refused } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { locales } from '@/lib/text/locales'

/** Adds a file to a document and leads back to its page. */
export const POST = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  const { id, symbol } = await getDocument(actor, session, symbolFromAddress(params.document!))
  const form = await readFileForm(request)
  const language = z.enum(locales).safeParse(form.get('language'))
  if (!language.success) throw new Refused('invalid', 'fileLanguage')
  const file = await sentFile(form)
  if (!file) throw new Refused('invalid', 'fileNone')
  await addFile(actor, { id, language: language.data, file })
  return new Response(null, {
    status: 303,
    headers: { location: paths.document(session.slug, symbol) },
  })
})
