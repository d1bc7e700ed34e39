import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { handedPowers } from '@/lib/delegations/power-commands'
import { presides } from '@/lib/delegations/powers'
import { Refused } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document'
import { canReadConsolidated, canRunScreen } from './policy'

/** An objection that stands. */
export type StandingObjection = {
  delegationId: string
  delegationName: string
  wording: number
  reason: string
  raisedAt: Date
}

/** The objections to an item that were not withdrawn, for those who take part in the session. */
export async function listObjections(
  actor: SignedIn,
  session: { id: string },
  itemId: string,
): Promise<StandingObjection[]> {
  if (!canReadConsolidated(actor, session.id)) throw new Refused('not-found', 'notFound')
  return db.$queryRaw<StandingObjection[]>`
    SELECT o."delegationId", d.name AS "delegationName", o.wording, o.reason, o."raisedAt"
    FROM "Objection" o JOIN "Delegation" d ON d.id = o."delegationId"
    JOIN "ConsolidatedItem" i ON i.id = o."itemId" JOIN "ConsolidatedList" l ON l.id = i."listId"
    WHERE o."itemId" = ${itemId}::uuid AND o."withdrawnAt" IS NULL
      AND l."sessionId" = ${session.id}::uuid
    ORDER BY o."raisedAt", o.id`
}

/** What the console needs to know beside the list: what is before the room, and who presides. */
export type ConsoleView = {
  onScreenItemId: string | null
  /** What is being typed into the item before the room; null while it stands as it is. */
  typed: { body: TextDocument; version: number; baseNumber: number } | null
  presides: boolean
}

/** For the Chair, the Vice-Chairs, the Rapporteur and the Secretariat; not found for anybody else. */
export async function getConsole(actor: SignedIn, session: { id: string }): Promise<ConsoleView> {
  if (!canRunScreen(actor, session.id)) throw new Refused('not-found', 'notFound')
  const [list, powers] = await Promise.all([
    db.consolidatedList.findUnique({
      where: { sessionId: session.id },
      select: { onScreenItemId: true },
    }),
    handedPowers(db, session.id),
  ])
  const onScreenItemId = list?.onScreenItemId ?? null
  const typed = onScreenItemId
    ? await db.screenText.findUnique({
        where: { itemId: onScreenItemId },
        select: { body: true, version: true, baseNumber: true },
      })
    : null
  return {
    onScreenItemId,
    typed: typed && { ...typed, body: typed.body as TextDocument },
    presides: presides(actor, session.id, powers),
  }
}
