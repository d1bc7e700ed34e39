import { panelBasis } from '@/components/consolidation/panel/basis'
import { findListFacts } from '@/lib/consolidation/desk/queries/list-queries'
import {
  getRewordingBasis,
  getWordingBasis,
} from '@/lib/consolidation/desk/queries/wording-queries'
import { canRewordItem } from '@/lib/consolidation/policy'
import { asId, orNotFound } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { getSession } from '@/lib/sessions/queries'
import { tickedIn } from '../ticked'

/** The sources and the text from which an item is worded at the desk: of `items` a new one, or that of `into`. */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  const { searchParams } = new URL(request.url)
  const into = searchParams.get('into')
  if (!into) {
    const ids = tickedIn(searchParams.get('items') ?? '').map(asId)
    return Response.json(panelBasis(await getWordingBasis(actor, session, ids)))
  }
  const [basis, list] = await Promise.all([
    getRewordingBasis(actor, session, asId(into)),
    findListFacts(actor, session),
  ])
  const decision = canRewordItem(actor, orNotFound(list), basis.item)
  return Response.json(panelBasis(basis, decision))
})
