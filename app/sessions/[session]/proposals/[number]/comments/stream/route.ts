import { handler } from '@/lib/http/access'
import { currentSignIn } from '@/lib/auth/current-actor'
import { viewerOf } from '@/lib/auth/viewer'
import { commentsTopic, loadCommentsStamp } from '@/lib/comments/live'
import { eventStream } from '@/lib/live/stream'
import { readNumber } from '@/lib/proposals/number'
import { getProposal } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'

/** The version of a proposal's released comments, for each participant. Drafts raise it never. */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  const { id } = await getProposal(actor, session, readNumber(params.number))
  return eventStream(request, viewerOf(actor, await currentSignIn()), {
    topic: commentsTopic(id),
    audience: 'participants',
    load: () => loadCommentsStamp(id),
  })
})
