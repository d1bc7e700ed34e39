import { handler } from '@/lib/access'
import { screenTopic } from '@/lib/consolidation/list-lock'
import { lookAtScreen, requireScreen } from '@/lib/consolidation/screen-queries'
import { eventStream } from '@/lib/live/stream'
import { getSession } from '@/lib/sessions/queries'

/** What the room has before it, whenever it changes: the whole of it in each event. */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  requireScreen(actor, session)
  return eventStream(request, {
    topic: screenTopic(session.id),
    audience: 'room',
    look: async () => JSON.stringify(await lookAtScreen(session.id)),
  })
})
