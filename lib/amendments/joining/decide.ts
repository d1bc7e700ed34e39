import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'

export type Fate = { id: string; kind: 'accepted' | 'partly' | 'declined' }

export type Decided = {
  proposalId: string
  /** The revision that took the changes in; for declines alone, the one that stands. */
  revision: number
  receivedAt: Date
  fates: readonly Fate[]
  /** The reasons for what was not accepted whole, by amendment. */
  reasons: Record<string, string>
}

/** Writes the decisions of the authors on suggested changes. The caller holds the locks and writes the record. */
export const decide = async (tx: Tx, actor: SignedIn, decided: Decided): Promise<void> => {
  const { proposalId, revision, receivedAt, fates, reasons } = decided
  const { id: revisionId } = await tx.revision.findUniqueOrThrow({
    where: { proposalId_number: { proposalId, number: revision } },
    select: { id: true },
  })
  await tx.amendmentDecision.createMany({
    data: fates.map(({ id: amendmentId, kind }) => ({
      revisionId,
      amendmentId,
      kind,
      reason: kind === 'accepted' ? '' : (reasons[amendmentId] ?? ''),
      receivedAt,
      decidedById: actor.personId,
    })),
  })
}
