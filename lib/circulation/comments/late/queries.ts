import 'server-only'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { assertFound } from '@/lib/errors'
import { ownDraftColumns, draftView } from '../reading/own-queries'
import { replacingPosition } from '../reading/replacing'
import type { DraftView } from '../reading/views'
import { canEnterForOthers } from '../policy'

/** The late comments of one delegation that wait for the Secretariat's decision. */
type LateComments = {
  delegationId: string
  delegationName: string
  /** Who handed them over, and when; null where all come from papers. */
  handed: { by: string; at: Date } | null
  drafts: DraftView[]
}

/** The comments that were handed over as late and are not decided, by delegation; for the Secretariat alone. */
export async function listLate(
  actor: Actor,
  { id: circulationId, sessionId }: { id: string; sessionId: string },
): Promise<LateComments[]> {
  assertFound(canEnterForOthers(actor, sessionId))
  const rows = await db.circulationDraft.findMany({
    where: {
      circulationId,
      handedAt: { not: null },
      releasedAt: null,
      discardedAt: null,
      lateRefusedAt: null,
    },
    include: {
      ...ownDraftColumns,
      delegation: { select: { name: true, sortKey: true } },
      handedBy: { select: { name: true } },
    },
    orderBy: [{ delegation: { sortKey: 'asc' } }, { handedAt: 'asc' }],
  })
  const replacing = await replacingPosition(circulationId, rows)
  const groups = new Map<string, LateComments>()
  for (const row of rows) {
    const group = groups.get(row.delegationId) ?? {
      delegationId: row.delegationId,
      delegationName: row.delegation.name,
      handed: null,
      drafts: [],
    }
    if (!row.enteredBySecretariat)
      group.handed ??= { by: row.handedBy?.name ?? '', at: row.handedAt ?? row.updatedAt }
    group.drafts.push(draftView(row, replacing))
    groups.set(row.delegationId, group)
  }
  return [...groups.values()]
}
