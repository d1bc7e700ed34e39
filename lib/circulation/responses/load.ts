import 'server-only'
import type { Tx } from '@/lib/db/client'
import { lockRows } from '@/lib/db/row-locks'
import { canReadCompilation } from '@/lib/circulation/compilation/policy'
import type { SignedIn } from '@/lib/delegations/actor'
import { assertFound, orNotFound } from '@/lib/errors'
import type { RespondedComment } from './policy'
import type { ComparedWords } from './identical'

/** A comment as a response needs it. */
export type LockedComment = RespondedComment &
  ComparedWords & {
    id: string
    circulationId: string
    /** The target as one key: only comments on one target can be identical. */
    target: string
    slug: string
  }

const columns = {
  id: true,
  circulationId: true,
  sessionId: true,
  delegationId: true,
  target: true,
  listId: true,
  headingId: true,
  itemId: true,
  subject: true,
  position: true,
  text: true,
  wordingText: true,
  replacedById: true,
  withdrawnAt: true,
  retractedAt: true,
  delegation: { select: { name: true } },
  circulation: { select: { session: { select: { slug: true } } } },
  response: { select: { repliedAt: true } },
} as const

/** Locks the delegations of these comments, so that letters to one delegation have an order; lock them before the comments. */
export async function lockCommenters(tx: Tx, ids: readonly string[]): Promise<void> {
  const owners = await tx.circulationComment.findMany({
    where: { id: { in: [...ids] } },
    select: { delegationId: true },
  })
  const delegations = new Set(owners.map(({ delegationId }) => delegationId))
  await lockRows(tx, 'Delegation', [...delegations])
}

/**
 * Locks comments until the act is stored. An unknown id, and a person who does not take part in the session, get "not
 * found". The comments have the order of the ids.
 */
export async function lockComments(
  tx: Tx,
  actor: SignedIn,
  ids: readonly string[],
): Promise<LockedComment[]> {
  await lockRows(tx, 'CirculationComment', ids)
  const rows = await tx.circulationComment.findMany({
    where: { id: { in: [...ids] } },
    select: columns,
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  assertFound(ids.every((id) => byId.has(id)))
  assertFound(rows.every(({ sessionId }) => canReadCompilation(actor, sessionId)))
  return ids.map((id) => {
    const { delegation, circulation, target, listId, headingId, itemId, subject, ...comment } =
      byId.get(id)!
    return {
      ...comment,
      delegationName: delegation.name,
      slug: circulation.session.slug,
      target: [target, listId, headingId, itemId, subject].join(' '),
    }
  })
}

/** The same for one. */
export const lockComment = async (tx: Tx, actor: SignedIn, id: string): Promise<LockedComment> =>
  orNotFound((await lockComments(tx, actor, [id]))[0])
