import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { requireAllowed } from '@/lib/decision'
import { releaseThing } from '@/lib/documents/things'
import { orNotFound, Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { type LockedList, lockList } from '@/lib/consolidation/ledger/lock'
import type { TakeSnapshot, UndoSnapshot } from '@/lib/plenary/schema'
import { canTakeSnapshot } from '@/lib/consolidation/policy'
import { readPresiding } from '@/lib/consolidation/status/presiding'
import { type Candidate, snapshotItems, snapshotOf, snapshotText } from './snapshot'

/**
 * Stores the agreed text of this moment, with its number, its hash and the database's time; public and never changed.
 * Returns its number. If nothing has changed since the last snapshot, returns that one. Refused while nothing is
 * agreed.
 */
export function takeSnapshot(actor: SignedIn, { slug }: TakeSnapshot): Promise<number> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, slug)
    await requireMayTake(tx, actor, list)
    const content = snapshotOf(await candidates(tx, list))
    const items = snapshotItems(content).length
    if (items === 0) throw new Refused('conflict', 'nothingAgreed')
    const textHash = sha256(snapshotText(content))
    const last = await tx.snapshot.findFirst({
      where: { listId: list.id },
      orderBy: { number: 'desc' },
      select: { number: true, textHash: true, undoneAt: true },
    })
    if (last && !last.undoneAt && last.textHash === textHash) return last.number
    const number = (last?.number ?? 0) + 1
    const { id } = await tx.snapshot.create({
      data: { listId: list.id, number, content, textHash, takenById: actor.personId },
    })
    const thing = { kind: 'snapshot', snapshotId: id } as const
    await releaseThing(tx, thing, { sessionId: list.sessionId, actor })
    await record(tx, actor, 'plenary.snapshotTaken', {
      sessionId: list.sessionId,
      subjectId: id,
      data: { number, items },
      textHash,
    })
    return number
  })
}

/** Marks a snapshot as undone. It stays readable, with the person and the time of the undo. Idempotent. */
export function undoSnapshot(actor: SignedIn, { slug, number }: UndoSnapshot): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, slug)
    await requireMayTake(tx, actor, list)
    const snapshot = orNotFound(
      await tx.snapshot.findUnique({ where: { listId_number: { listId: list.id, number } } }),
    )
    const { count } = await tx.snapshot.updateMany({
      where: { id: snapshot.id, undoneAt: null },
      data: { undoneAt: await clockTime(tx), undoneById: actor.personId },
    })
    if (count > 0)
      await record(tx, actor, 'plenary.snapshotUndone', {
        sessionId: list.sessionId,
        subjectId: snapshot.id,
        data: { number },
        textHash: snapshot.textHash,
      })
  })
}

async function requireMayTake(tx: Tx, actor: SignedIn, list: LockedList): Promise<void> {
  requireAllowed(canTakeSnapshot(actor, list, await readPresiding(tx, actor, list.sessionId)))
}

const candidates = (tx: Tx, list: LockedList) => tx.$queryRaw<Candidate[]>`
  SELECT i.id, i.kind, i.language, h.id AS "headingId", h.title, i."currentNumber" AS wording,
    t.body, t.text, t."textHash", coalesce(s.kind::text, 'pending') AS status
  FROM "ConsolidatedItem" i
  JOIN "ConsolidatedHeading" h ON h.id = i."headingId"
  JOIN "ConsolidatedText" t ON t."itemId" = i.id AND t.number = i."currentNumber"
  LEFT JOIN "ItemStatus" s ON s."itemId" = i.id AND s."supersededAt" IS NULL
  WHERE i."listId" = ${list.id}::uuid AND i."deletedAt" IS NULL
  ORDER BY h.position, h.id, i.position, i.id`
