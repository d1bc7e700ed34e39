import { handler } from '@/lib/access'
import { currentSignIn } from '@/lib/auth/current-actor'
import { viewerOf } from '@/lib/auth/viewer'
import { listTopic, screenTopic } from '@/lib/consolidation/list-lock'
import { lookAtVersion, requireScreen } from '@/lib/consolidation/screen-queries'
import { eventStream } from '@/lib/live/stream'
import { getSession } from '@/lib/sessions/queries'

/**
 * The version of the consolidated list whenever an act raises it: for the desks of the acts on the
 * list, and with `?of=screen` also of each word that is typed on the screen.
 */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  requireScreen(actor, session)
  const ofScreen = new URL(request.url).searchParams.get('of') === 'screen'
  return eventStream(request, viewerOf(actor, await currentSignIn()), {
    topic: ofScreen ? screenTopic(session.id) : listTopic(session.id),
    audience: 'version',
    look: () => lookAtVersion(session.id),
  })
})
