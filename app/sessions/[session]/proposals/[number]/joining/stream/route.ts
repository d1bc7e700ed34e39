import { handler } from '@/lib/http/access'
import { currentSignIn } from '@/lib/auth/current-actor'
import { viewerOf } from '@/lib/auth/viewer'
import {
  enterDesk,
  joiningTopic,
  leaveDesk,
  loadDeskPresence,
} from '@/lib/amendments/joining/presence'
import { canDecideAmendments } from '@/lib/amendments/policy'
import { assertFound } from '@/lib/errors'
import { eventStream } from '@/lib/live/stream'
import { readNumber } from '@/lib/proposals/number'
import { getProposal } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'

/** A stream that ends and reconnects is no departure. */
const GRACE = 3_000

/** The people and the kept choices at the desk, for the author delegation alone; announces the reader. */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  const { id, delegationId } = await getProposal(actor, session, readNumber(params.number))
  const place = { sessionId: session.id, authorDelegationId: delegationId }
  assertFound(canDecideAmendments(actor, place))
  const since = await enterDesk(actor, id)
  request.signal.addEventListener('abort', () =>
    setTimeout(() => {
      leaveDesk(actor, id, since).catch((error: unknown) =>
        console.error('Who left a desk could not be told:', id, error),
      )
    }, GRACE),
  )
  return eventStream(request, viewerOf(actor, await currentSignIn()), {
    topic: joiningTopic(id),
    audience: 'desk',
    load: () => loadDeskPresence(id),
  })
})
