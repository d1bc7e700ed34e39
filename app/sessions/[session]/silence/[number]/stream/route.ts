import { currentSignIn } from '@/lib/auth/current-actor'
import { viewerOf } from '@/lib/auth/viewer'
import { handler } from '@/lib/http/access'
import { eventStream } from '@/lib/live/stream'
import { readNumber } from '@/lib/proposals/number'
import { getSession } from '@/lib/sessions/queries'
import { loadSilenceStamp, silenceTopic } from '@/lib/silence/live'
import { getSilence } from '@/lib/silence/queries'

/** The version of a procedure, for those who may read it. */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  const { silence } = await getSilence(actor, session, readNumber(params.number))
  return eventStream(request, viewerOf(actor, await currentSignIn()), {
    topic: silenceTopic(silence.id),
    audience: 'participants',
    load: () => loadSilenceStamp(silence.id),
  })
})
