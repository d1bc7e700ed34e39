import 'server-only'
import { db } from '@/lib/db/client'
import type { Decision } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { listStateNames } from '@/lib/delegations/names/names-of-states'
import { statesNamed } from '@/lib/delegations/names/states-named'
import {
  canReadCorrigenda,
  canReleaseCorrigendum,
  type ListState,
} from '@/lib/consolidation/policy'
import { getPresiding } from '@/lib/consolidation/status/queries'
import { releasableBy } from './releasable'

/** A corrigendum that waits for its release, as the Secretariat and the Chair read it. */
export type ProposedCorrigendumView = {
  id: string
  text: string
  reason: string
  proposedAt: Date
  proposedBy: string
  /** The States that the text names, which prints without attribution. */
  states: string[]
  release: Decision
}

/** A pending corrigendum that waits for one person's release. */
export type CorrigendumToRelease = { sessionId: string; itemId: string; at: Date }

/** The pending corrigenda that the actor may release, at every session, the oldest first. */
export async function listCorrigendaToRelease(actor: SignedIn): Promise<CorrigendumToRelease[]> {
  if (actor.offices.length === 0) return []
  const proposals = await db.proposedCorrigendum.findMany({
    where: { releasedAt: null, discardedAt: null },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    select: {
      itemId: true,
      proposedAt: true,
      proposedById: true,
      item: { select: { list: { select: { sessionId: true } } } },
    },
  })
  const releasable = await releasableBy(
    actor,
    proposals.map(({ proposedAt: at, item: { list }, ...proposal }) => ({
      ...proposal,
      sessionId: list.sessionId,
      at,
    })),
  )
  return releasable.map(({ sessionId, itemId, at }) => ({ sessionId, itemId, at }))
}

/** The pending corrigendum to an item; null if there is none, and for a person who may not read it. */
export async function findProposedCorrigendum(
  actor: SignedIn,
  list: ListState,
  itemId: string,
): Promise<ProposedCorrigendumView | null> {
  if (!canReadCorrigenda(actor, list).allowed) return null
  const proposal = await db.proposedCorrigendum.findFirst({
    where: {
      itemId,
      item: { list: { sessionId: list.sessionId } },
      releasedAt: null,
      discardedAt: null,
    },
    include: { proposedBy: { select: { name: true } } },
  })
  if (!proposal) return null
  const { id, text, reason, proposedAt, proposedBy } = proposal
  const presiding = await getPresiding(actor, list.sessionId)
  return {
    id,
    text,
    reason,
    proposedAt,
    proposedBy: proposedBy.name,
    states: statesNamed(text, await listStateNames()),
    release: canReleaseCorrigendum(actor, list, proposal, presiding),
  }
}
