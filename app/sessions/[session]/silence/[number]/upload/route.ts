import { z } from 'zod'
import { readFileForm, sentFile } from '@/lib/documents/files/upload'
import { Refused } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { readNumber } from '@/lib/proposals/number'
import { getSession } from '@/lib/sessions/queries'
import { addAnnex } from '@/lib/silence/conduct/preparing'
import { getSilence } from '@/lib/silence/queries'
import { locales } from '@/lib/text/locales'

const Around = z.object({ version: z.coerce.number().int(), language: z.enum(locales) })

/** Adds an annex to a question before its opening, and leads back to its page. */
export const POST = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  const number = readNumber(params.number)
  const { silence } = await getSilence(actor, session, number)
  const form = await readFileForm(request)
  const around = Around.safeParse(Object.fromEntries(form))
  if (!around.success) throw new Refused('invalid', 'fileLanguage')
  const file = await sentFile(form)
  if (!file) throw new Refused('invalid', 'fileNone')
  await addAnnex(actor, { id: silence.id, ...around.data, file })
  return new Response(null, {
    status: 303,
    headers: { location: paths.silence(session.slug, number) },
  })
})
