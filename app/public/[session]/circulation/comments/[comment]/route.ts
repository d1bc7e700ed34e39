import { getPostedPlace } from '@/lib/circulation/posting/queries'
import { asId } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { paths } from '@/lib/paths'

/** Leads to the page on which a posted comment stands. */
export const GET = handler('public', async (_actor, _request, params) => {
  const [slug, id] = [params.session!, asId(params.comment)]
  const { circulationId, itemId } = await getPostedPlace(slug, id)
  const page = itemId
    ? paths.publicCirculationItem(slug, circulationId, itemId)
    : paths.publicCirculationGeneral(slug, circulationId)
  return new Response(null, { status: 302, headers: { location: `${page}#comment-${id}` } })
})
