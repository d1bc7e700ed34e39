import { handler } from '@/lib/access'
import { TypeOnScreen } from '@/lib/consolidation/plenary-schema'
import { typeOnScreen } from '@/lib/consolidation/screen-commands'
import { Refused } from '@/lib/errors'

const LIMIT = 2_000_000

/** Keeps what is typed on the screen while the room speaks. */
export const PUT = handler('participant', async (actor, request, params) => {
  const text = await request.text()
  if (text.length > LIMIT) throw new Refused('invalid', 'text.tooLarge')
  const typed = TypeOnScreen.safeParse({ ...readObject(text), slug: params.session })
  if (!typed.success) throw new Refused('invalid', 'text.notAText')
  const { version } = await typeOnScreen(actor, typed.data)
  return Response.json({ version })
})

function readObject(text: string): object {
  try {
    return Object(JSON.parse(text))
  } catch {
    throw new Refused('invalid', 'text.notAText')
  }
}
