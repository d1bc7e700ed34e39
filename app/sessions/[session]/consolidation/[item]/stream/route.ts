import { currentSignIn } from '@/lib/auth/current-actor'
import { viewerOf } from '@/lib/auth/viewer'
import { getItemStamp, loadItemStamp } from '@/lib/consolidation/desk/queries/item-stamp'
import { asId } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { listTopic } from '@/lib/live/announce'
import { eventStream } from '@/lib/live/stream'
import { getSession } from '@/lib/sessions/queries'

/** The sign of one item for those who work at the desk: another one after each act on this item. */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  const itemId = asId(params.item)
  await getItemStamp(actor, session, itemId)
  return eventStream(request, viewerOf(actor, await currentSignIn()), {
    topic: listTopic(session.id),
    audience: `item ${itemId}`,
    load: () => loadItemStamp(session, itemId),
  })
})
