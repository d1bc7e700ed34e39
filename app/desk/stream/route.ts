import { currentSignIn } from '@/lib/auth/current-actor'
import { audienceOf, viewerOf } from '@/lib/auth/viewer'
import { getInboxCount } from '@/lib/desk/queries'
import { handler } from '@/lib/http/access'
import { deskTopic } from '@/lib/live/announce'
import { eventStream } from '@/lib/live/stream'

/** The number of rows on the person's own desk, at each of their acts and at each news. */
export const GET = handler('participant', async (actor, request) =>
  eventStream(request, viewerOf(actor, await currentSignIn()), {
    topic: deskTopic(actor.personId),
    audience: audienceOf(actor),
    load: async () => String(await getInboxCount(actor)),
    lingers: true,
  }),
)
