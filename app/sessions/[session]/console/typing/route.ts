import { handler } from '@/lib/http/access'
import { requireConsole } from '@/lib/plenary/console-queries'
import { TypeOnScreen } from '@/lib/plenary/schema'
import { typeOnScreen } from '@/lib/plenary/screen/commands'
import { loadTyping } from '@/lib/plenary/screen/queries'
import { Refused } from '@/lib/errors'
import { readJson } from '@/lib/http/read-request'
import { getSession } from '@/lib/sessions/queries'

/** The screen's present text, for a console with a refused text. */
export const GET = handler('participant', async (actor, _request, params) => {
  const session = await getSession(actor, params.session!)
  requireConsole(actor, session)
  return Response.json(await loadTyping(session.id))
})

/** Keeps the typed text on the screen while the room speaks. */
export const PUT = handler('participant', async (actor, request, params) => {
  const result = TypeOnScreen.safeParse({ ...(await readJson(request)), slug: params.session })
  if (!result.success) throw new Refused('invalid', 'text.notAText')
  return Response.json(await typeOnScreen(actor, result.data))
})
