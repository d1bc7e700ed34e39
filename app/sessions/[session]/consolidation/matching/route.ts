import { labelOf } from '@/components/consolidation/panel/basis'
import { listMatching } from '@/lib/consolidation/desk/queries/source-queries'
import { handler } from '@/lib/http/access'
import { getSession } from '@/lib/sessions/queries'
import { readFilter } from '../filter'

/** All preliminary items that match the filter of the desk, as the desk ticks them. */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  const filter = readFilter(Object.fromEntries(new URL(request.url).searchParams))
  const sources = await listMatching(actor, session, filter)
  return Response.json(sources.map((source) => ({ id: source.id, label: labelOf(source) })))
})
