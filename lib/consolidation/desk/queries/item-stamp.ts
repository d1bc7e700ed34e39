import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { assertFound, orNotFound } from '@/lib/errors'
import { canReadDesk } from '@/lib/consolidation/policy'
import { sha256 } from '@/lib/record/record'

const id = { id: true } as const
const first = { orderBy: { id: 'asc' } } as const

/**
 * A sign that is another after each act on this item: on its words, its sources, its status, its place under a heading,
 * and on what delegations say of it. Acts on other items leave it as it is.
 */
export async function getItemStamp(
  actor: SignedIn,
  session: { id: string },
  itemId: string,
): Promise<string> {
  assertFound(canReadDesk(actor, session.id))
  return loadItemStamp(session, itemId)
}

/** The same stamp. Unchecked: the caller must have authorized the actor. */
export async function loadItemStamp(session: { id: string }, itemId: string): Promise<string> {
  const item = await db.consolidatedItem.findFirst({
    where: { id: itemId, list: { sessionId: session.id } },
    select: {
      currentNumber: true,
      headingId: true,
      deletedAt: true,
      list: { select: { adoptedAt: true } },
      lineage: { ...first, select: { ...id, unlinkedAt: true } },
      statuses: { ...first, select: { ...id, supersededAt: true } },
      objections: { ...first, select: { ...id, withdrawnAt: true } },
      support: { ...first, select: { ...id, withdrawnAt: true } },
      disagreements: { ...first, select: { ...id, withdrawnAt: true } },
      corrigenda: { ...first, select: id },
      proposedCorrigenda: { ...first, select: { ...id, releasedAt: true, discardedAt: true } },
    },
  })
  return sha256(JSON.stringify(orNotFound(item))).slice(0, 16)
}
