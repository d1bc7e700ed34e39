import 'server-only'
import { db, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import type { Actor, SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound, authorize } from '@/lib/errors'
import { canKeepRegister } from './policy'
import { releaseThing, type Thing } from './things'

type Backlog = { thing: Thing; releasedAt: Date }

/** The number of papers of the session that were released before the register was kept, without a symbol. */
export const countBacklog = async (actor: Actor, session: { id: string }): Promise<number> =>
  canKeepRegister(actor, session.id) ? (await listBacklog(db, session.id)).length : 0

/**
 * Gives each paper that was released without a symbol the next free one, in the order of release, and returns how
 * many there were. A second request finds none.
 */
export async function releaseBacklog(
  actor: SignedIn,
  { sessionId }: { sessionId: string },
): Promise<number> {
  authorize(canKeepRegister(actor, sessionId), 'secretariatOnly')
  return transaction(actor, async (tx) => {
    assertFound(await lockRow(tx, 'Session', sessionId))
    const backlog = await listBacklog(tx, sessionId)
    for (const { thing, releasedAt } of backlog)
      await releaseThing(tx, thing, { sessionId, actor, releasedAt })
    return backlog.length
  })
}

async function listBacklog(
  tx: Pick<Tx, 'preliminaryList' | 'consolidatedList'>,
  sessionId: string,
): Promise<Backlog[]> {
  const list = await tx.preliminaryList.findFirst({
    where: { sessionId, issuedAt: { not: null }, symbol: '', documents: { none: {} } },
    select: { id: true, issuedAt: true },
  })
  const consolidated = await tx.consolidatedList.findUnique({
    where: { sessionId },
    select: {
      id: true,
      adoptedAt: true,
      documents: { select: { kind: true } },
      snapshots: {
        where: { documents: { none: {} } },
        select: { id: true, takenAt: true },
      },
    },
  })
  const kinds = (['consolidatedList', 'concordance', 'decisions'] as const).filter(
    (kind) => !consolidated?.documents.some((document) => document.kind === kind),
  )
  return [
    ...(list
      ? [
          {
            thing: { kind: 'preliminaryList' as const, preliminaryListId: list.id },
            releasedAt: list.issuedAt!,
          },
        ]
      : []),
    ...(consolidated?.snapshots ?? []).map(({ id, takenAt }) => ({
      thing: { kind: 'snapshot' as const, snapshotId: id },
      releasedAt: takenAt,
    })),
    ...(consolidated?.adoptedAt
      ? kinds.map((kind) => ({
          thing: { kind, consolidatedListId: consolidated.id },
          releasedAt: consolidated.adoptedAt!,
        }))
      : []),
  ].toSorted((a, b) => a.releasedAt.getTime() - b.releasedAt.getTime())
}
