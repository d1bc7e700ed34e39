import { handler } from '@/lib/http/access'
import { currentSignIn } from '@/lib/auth/current-actor'
import { viewerOf } from '@/lib/auth/viewer'
import { screenTopic } from '@/lib/live/announce'
import { loadRoom } from '@/lib/meetings/speakers/floor-queries'
import { requireScreen } from '@/lib/plenary/screen/queries'
import { eventStream } from '@/lib/live/stream'
import { getSession } from '@/lib/sessions/queries'

/** The room's screen and its speaker, at each change of either: the whole of it in each event. */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  requireScreen(actor, session)
  return eventStream(request, viewerOf(actor, await currentSignIn()), {
    topic: screenTopic(session.id),
    audience: 'room',
    load: async () => JSON.stringify(await loadRoom(session.id)),
  })
})
