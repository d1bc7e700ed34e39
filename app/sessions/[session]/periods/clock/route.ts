import { handler } from '@/lib/http/access'
import { periodNow } from '@/components/time/period-now'
import { getSession } from '@/lib/sessions/queries'

/** The present state of the session's periods, for pages that turn to closed by themselves. */
export const GET = handler('participant', async (actor, _request, params) => {
  const { submission, comments } = await getSession(actor, params.session!)
  return Response.json(
    { submission: submission && periodNow(submission), comments: comments && periodNow(comments) },
    { headers: { 'cache-control': 'no-store' } },
  )
})
