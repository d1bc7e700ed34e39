import { randomUUID } from 'node:crypto'
import { makeItem } from '@/lib/consolidation/item-commands'
import type { StandingKind } from '@/lib/consolidation/kinds'
import { openConsolidation } from '@/lib/consolidation/list-commands'
import { declareStanding } from '@/lib/consolidation/plenary-commands'
import type { SignedIn } from '@/lib/delegations/actor'
import { issuedList } from './issued-list'
import { scenario } from './scenario'

/** A stock-taking with an open list, and the issued list of an earlier session, its items by Arvenia and Belmara in turn. */
export async function stockTaking(texts: readonly string[]) {
  const cast = await scenario({ kind: 'stockTaking' })
  const slug = cast.session.slug
  const past = await issuedList(cast.session.groupId, 5, texts, [cast.arvenia, cast.belmara])
  await openConsolidation(cast.rapporteur, { slug })
  return {
    ...cast,
    slug,
    sources: past.items,
    /** The Rapporteur makes an item of sources; returns its id. */
    makes: (itemIds: string[], text: string, newHeading = 'International cooperation') =>
      makeItem(cast.rapporteur, {
        slug,
        id: randomUUID(),
        headingId: '',
        newHeading,
        itemIds,
        kind: 'recommendation',
        body: '',
        text,
        reason: 'As discussed.',
        strengthConfirmed: true,
      }),
    /** The Chair declares where an item stands. */
    declares: (id: string, kind: StandingKind, wording = 1, actor: SignedIn = cast.chair) =>
      declareStanding(actor, { slug, id, wording, kind, reason: '' }),
  }
}

export type StockTaking = Awaited<ReturnType<typeof stockTaking>>
