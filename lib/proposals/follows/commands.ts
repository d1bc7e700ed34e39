import 'server-only'
import type { Tx } from '@/lib/db/client'
import { type SignedIn, takesPart } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound, orNotFound } from '@/lib/errors'
import type { Follow } from './schema'

/**
 * Follows a proposal, an agenda item or a State, or ends that. A follow is private: no record holds it and nobody else
 * sees it. Idempotent; refuses, as not found, a person who takes no part in the group.
 */
export function follow(actor: SignedIn, input: Follow): Promise<void> {
  return transaction(actor, async (tx) => {
    assertFound(takesPart(actor))
    const subject = await subjectOf(tx, input)
    const { personId } = actor
    if (input.follows)
      await tx.follow.createMany({ data: [{ personId, ...subject }], skipDuplicates: true })
    else await tx.follow.deleteMany({ where: { personId, ...subject } })
  })
}

async function subjectOf(tx: Tx, { kind, id }: Follow) {
  const where = { id }
  const select = { id: true } as const
  if (kind === 'proposal')
    return { proposalId: orNotFound(await tx.proposal.findUnique({ where, select })).id }
  if (kind === 'agendaItem')
    return { agendaItemId: orNotFound(await tx.agendaItem.findUnique({ where, select })).id }
  const delegation = await tx.delegation.findUnique({ where, select: { entityId: true } })
  return { entityId: orNotFound(delegation).entityId }
}
