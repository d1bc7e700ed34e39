import { randomUUID } from 'node:crypto'
import { makeItem, rewordItem } from '@/lib/consolidation/desk/item-commands'
import type { StatusKind } from '@/lib/consolidation/kinds'
import { stateDisagreement } from '@/lib/consolidation/delegation-view/commands'
import { getOurs } from '@/lib/consolidation/delegation-view/queries'
import { declareStatus } from '@/lib/plenary/commands'
import { setAside } from '@/lib/consolidation/desk/source-commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { getSession } from '@/lib/sessions/queries'
import { issuedList } from './issued-list'
import { scenario } from './scenario'
import { openOverAll } from './covering'

/** A stock-taking with an open list, and the issued list of an earlier session, its items by Arvenia and Belmara in turn. */
export async function stockTaking(texts: readonly string[]) {
  const cast = await scenario({ kind: 'stockTaking' })
  const slug = cast.session.slug
  const past = await issuedList(cast.session.groupId, 5, texts, [cast.arvenia, cast.belmara])
  await openOverAll(cast.secretariat, slug)
  return {
    ...cast,
    slug,
    sources: past.items,
    /** The ids of the delegations of the earlier session by those of the same States here. */
    past: past.delegations,
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
    /** The Rapporteur gives an item other words; `baseNumber` is the wording that was read. */
    rewords: (id: string, baseNumber: number, text: string, reason = '') =>
      rewordItem(cast.rapporteur, { slug, id, baseNumber, body: '', text, reason }),
    /** The Rapporteur sets sources aside. */
    setsAside: (itemIds: string[], reason = 'For the next mandate.') =>
      setAside(cast.rapporteur, { slug, itemIds, kind: 'deferred', reason }),
    /** A delegation disagrees: with a wording of an item, or, without one, with an item's outcome. */
    disagrees: (
      actor: SignedIn,
      itemId: string,
      on: { id: string; wording: number } | null,
      text = 'This is not what we suggested.',
    ) =>
      stateDisagreement(actor, {
        slug,
        itemId,
        consolidatedItemId: on?.id ?? '',
        wording: on?.wording ?? 0,
        text,
      }),
    /** The outcomes of the delegation's own proposals. */
    ours: async (actor: SignedIn) => getOurs(actor, await getSession(actor, slug)),
    /** The Chair declares the status of an item. */
    declares: (id: string, kind: StatusKind, wording = 1, actor: SignedIn = cast.chair) =>
      declareStatus(actor, { slug, id, wording, kind, reason: '' }),
  }
}

export type StockTaking = Awaited<ReturnType<typeof stockTaking>>

export const TRAIN = 'Member States should train teachers.'
export const RATIFY = 'Member States should ratify the Convention.'

/** A stock-taking of three: Arvenia's first, Belmara's, Arvenia's second; and no letter is waiting. */
export async function stockTakingOfThree() {
  const cast = await stockTaking([TRAIN, RATIFY, 'Member States should share information.'])
  const [train, ratify, share] = cast.sources as [string, string, string]
  await db.mail.deleteMany({
    where: { circulationLetters: { none: {} }, silenceLetters: { none: {} } },
  })
  return { cast, slug: cast.slug, train, ratify, share }
}
