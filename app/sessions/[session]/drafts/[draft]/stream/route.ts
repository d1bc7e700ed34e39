import { handler } from '@/lib/http/access'
import { currentSignIn } from '@/lib/auth/current-actor'
import { viewerOf } from '@/lib/auth/viewer'
import { eventStream } from '@/lib/live/stream'
import { loadDraftPresence } from '@/lib/proposals/drafts/presence'
import { getDraft } from '@/lib/proposals/drafts/queries'
import { draftTopic } from '@/lib/proposals/drafts/write-over'
import { stayWhile } from '@/lib/proposals/presence'
import { getSession } from '@/lib/sessions/queries'

/** The people with the draft open and its state, for its delegation alone; announces the reader. */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  const { id } = await getDraft(actor, session, params.draft)
  const topic = draftTopic(id)
  await stayWhile(request, actor, { id, topic })
  return eventStream(request, viewerOf(actor, await currentSignIn()), {
    topic,
    audience: 'delegation',
    load: () => loadDraftPresence(id),
  })
})
