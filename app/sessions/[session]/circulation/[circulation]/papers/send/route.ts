import { enterPaper } from '@/lib/circulation/papers/enter'
import { readSent } from '@/lib/circulation/papers/sent'
import { asId } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { paths } from '@/lib/paths'

/** Keeps a paper that was sent, or finds the same file that came before, and leads to its page. */
export const POST = handler('participant', async (actor, request, params) => {
  const sent = await readSent(request)
  const entered = await enterPaper(actor, { ...sent, circulationId: asId(params.circulation) })
  const query = entered.isTwice ? '?twice' : ''
  const location = paths.paper(entered.slug, entered.circulationId, entered.id, query)
  return new Response(null, { status: 303, headers: { location } })
})
