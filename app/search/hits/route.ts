import { handler } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { SearchFilter } from '@/lib/search/filter'
import { hitsOf } from '@/lib/search/hits'
import { search } from '@/lib/search/queries'

const OF_EACH = 3
const MOST = 8

/**
 * The first results for the words, for the command menu: `{ hits, all }`, hits as lib/search/hits.ts says, `all` the
 * address of the page with all results.
 */
export const GET = handler('public', async (actor, request) => {
  const asked = new URL(request.url).searchParams
  const filter = SearchFilter.parse({ words: asked.get('words') ?? '' })
  const { results } = await search(actor, filter, OF_EACH)
  const hits = hitsOf(actor, results.slice(0, MOST))
  return Response.json(
    { hits, all: paths.search(filter.words) },
    { headers: { 'cache-control': 'private, no-store' } },
  )
})
