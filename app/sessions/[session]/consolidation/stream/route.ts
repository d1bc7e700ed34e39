import { handler } from '@/lib/http/access'
import { currentSignIn } from '@/lib/auth/current-actor'
import { viewerOf } from '@/lib/auth/viewer'
import { listTopic } from '@/lib/live/announce'
import { loadScreenVersion, requireScreen } from '@/lib/plenary/screen/queries'
import { eventStream } from '@/lib/live/stream'
import { getSession } from '@/lib/sessions/queries'

/** The version of the consolidated list whenever an act on the list raises it. */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  requireScreen(actor, session)
  return eventStream(request, viewerOf(actor, await currentSignIn()), {
    topic: listTopic(session.id),
    audience: 'version',
    load: () => loadScreenVersion(session.id),
  })
})
