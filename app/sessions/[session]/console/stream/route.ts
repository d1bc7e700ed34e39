import { handler } from '@/lib/http/access'
import { currentSignIn } from '@/lib/auth/current-actor'
import { viewerOf } from '@/lib/auth/viewer'
import { requireConsole } from '@/lib/plenary/console-queries'
import { screenTopic } from '@/lib/live/announce'
import { loadTyping } from '@/lib/plenary/screen/queries'
import { eventStream } from '@/lib/live/stream'
import { getSession } from '@/lib/sessions/queries'

/** The text before the room, for the consoles: sent whenever somebody types, with the name. */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  requireConsole(actor, session)
  return eventStream(request, viewerOf(actor, await currentSignIn()), {
    topic: screenTopic(session.id),
    audience: 'console',
    load: async () => JSON.stringify(await loadTyping(session.id)),
  })
})
