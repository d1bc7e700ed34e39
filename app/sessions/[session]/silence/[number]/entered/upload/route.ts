import { readFileForm, sentFile } from '@/lib/documents/files/upload'
import { Refused } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { readNumber } from '@/lib/proposals/number'
import { getSession } from '@/lib/sessions/queries'
import { enterBreak } from '@/lib/silence/commands'
import { getSilence } from '@/lib/silence/queries'
import { EnterBreak } from '@/lib/silence/schema'

/** Enters a break that came by note or e-mail, with its scan, and leads back to the page of the procedure. */
export const POST = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  const number = readNumber(params.number)
  const { silence } = await getSilence(actor, session, number)
  const form = await readFileForm(request)
  const typed = EnterBreak.safeParse({ ...Object.fromEntries(form), silenceId: silence.id })
  if (!typed.success) {
    const twice = typed.error.issues.some(({ message }) => message === 'hourTwice')
    throw new Refused('invalid', twice ? 'silenceHourTwice' : 'silenceBreakIncomplete')
  }
  await enterBreak(actor, typed.data, await sentFile(form))
  return new Response(null, {
    status: 303,
    headers: { location: paths.silence(session.slug, number) },
  })
})
