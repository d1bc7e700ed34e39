import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { handedPowers } from '@/lib/delegations/powers/commands'
import { presides } from '@/lib/delegations/powers/powers'
import { assertFound } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document/document'
import { getConsolidatedItem } from '@/lib/consolidation/desk/queries/item-queries'
import { canReadConsolidated, runsScreen } from '@/lib/consolidation/policy'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { loadShownDecision } from '@/lib/sessions/decisions/room-queries'
import type { DecidedHow } from '@/lib/sessions/kinds'
import { getSession } from '@/lib/sessions/queries'
import { loadTyping } from '@/lib/plenary/screen/queries'
import type { TypingView } from '@/lib/plenary/screen/concurrent-typing'
import { readDocument } from '@/lib/text/document/stored'

/** An objection that stands. */
export type ActiveObjection = {
  delegationId: string
  delegationName: string
  wording: number
  reason: string
  /** The words to which the delegation could agree, and the same as a document; null if it gave none. */
  text: string | null
  body: TextDocument | null
  raisedAt: Date
}

/** The objections to an item that were not withdrawn, for those who take part in the session. */
export async function listObjections(
  actor: SignedIn,
  session: { id: string },
  itemId: string,
): Promise<ActiveObjection[]> {
  assertFound(canReadConsolidated(actor, session.id))
  const objections = await db.objection.findMany({
    where: { withdrawnAt: null, item: { id: itemId, list: { sessionId: session.id } } },
    orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
    include: { delegation: { select: { name: true } } },
  })
  return objections.map(({ delegation, body, ...objection }) => ({
    delegationId: objection.delegationId,
    delegationName: delegation.name,
    wording: objection.wording,
    reason: objection.reason,
    text: objection.text,
    body: body === null ? null : readDocument(body),
    raisedAt: objection.raisedAt,
  }))
}

/** A delegation that speaks for an item. */
export type StatedSupport = { delegationId: string; delegationName: string; wording: number }

/** The supporters of an item, in alphabetical order, for those who take part. */
export async function listSupport(
  actor: SignedIn,
  session: { id: string },
  itemId: string,
): Promise<StatedSupport[]> {
  assertFound(canReadConsolidated(actor, session.id))
  const support = await db.support.findMany({
    where: { withdrawnAt: null, item: { id: itemId, list: { sessionId: session.id } } },
    distinct: ['delegationId'],
    orderBy: [{ delegation: { sortKey: 'asc' } }, { wording: 'desc' }],
    include: { delegation: { select: { name: true } } },
  })
  return support.map(({ delegationId, delegation, wording }) => ({
    delegationId,
    delegationName: delegation.name,
    wording,
  }))
}

/** The console's facts beside the list: the item before the room, and the presiding officer. */
type ConsoleView = {
  onScreenItemId: string | null
  /** The text of the item before the room, with the words typed into it. */
  typing: TypingView | null
  presides: boolean
}

/** For the Chair, the Vice-Chairs, the Rapporteur and the Secretariat; not found for anybody else. */
export async function getConsole(actor: SignedIn, session: { id: string }): Promise<ConsoleView> {
  requireConsole(actor, session)
  const [typing, powers] = await Promise.all([loadTyping(session.id), handedPowers(db, session.id)])
  return {
    onScreenItemId: typing?.itemId ?? null,
    typing,
    presides: presides(actor, session.id, powers),
  }
}

/**
 * The decision before the room, while an item that was put on the screen stands behind it; null if the screens show the
 * item. `how` is how it was decided, `number` the item's.
 */
export async function findDecisionBefore(
  actor: SignedIn,
  { slug, id }: { slug: string; id: string },
): Promise<{ how: DecidedHow; number: string } | null> {
  const session = await getSession(actor, slug)
  requireConsole(actor, session)
  const decision = await loadShownDecision(session.id)
  if (!decision) return null
  return {
    how: decision.how,
    number: itemNumber(await getConsolidatedItem(actor, session, id)),
  }
}

/** Not found for a person who does not run the screen. */
export function requireConsole(actor: SignedIn, session: { id: string }): void {
  assertFound(runsScreen(actor, session.id))
}
