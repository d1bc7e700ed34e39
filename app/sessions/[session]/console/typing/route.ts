import { handler } from '@/lib/access'
import { TypeOnScreen } from '@/lib/consolidation/plenary-schema'
import { typeOnScreen } from '@/lib/consolidation/screen-commands'
import { Refused } from '@/lib/errors'
import { readJson } from '@/lib/saving'

/** Keeps what is typed on the screen while the room speaks. */
export const PUT = handler('participant', async (actor, request, params) => {
  const typed = TypeOnScreen.safeParse({ ...(await readJson(request)), slug: params.session })
  if (!typed.success) throw new Refused('invalid', 'text.notAText')
  const { version } = await typeOnScreen(actor, typed.data)
  return Response.json({ version })
})
