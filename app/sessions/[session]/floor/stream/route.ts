import { currentSignIn } from '@/lib/auth/current-actor'
import { viewerOf } from '@/lib/auth/viewer'
import { handler } from '@/lib/http/access'
import { eventStream } from '@/lib/live/stream'
import { floorTopic } from '@/lib/meetings/speakers/commands'
import { lookAtFloor } from '@/lib/meetings/speakers/floor-queries'
import { getSession } from '@/lib/sessions/queries'

/** Who has the floor, whenever a speaker is called or has spoken. */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  return eventStream(request, viewerOf(actor, await currentSignIn()), {
    topic: floorTopic(session.id),
    audience: 'floor',
    look: async () => JSON.stringify(await lookAtFloor(session.id)),
  })
})
