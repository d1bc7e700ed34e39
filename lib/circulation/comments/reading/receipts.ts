import 'server-only'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { assertFound, orNotFound } from '@/lib/errors'
import { canReadReleased } from '../policy'
import { releasedColumns, releasedView } from './own-queries'
import type { CirculationView } from './queries'
import type { ReleasedView } from './views'

/** A release as its receipt says it. */
type ReceiptView = {
  id: string
  delegationName: string
  receivedAt: Date
  releasedAt: Date
  releasedBy: string
  count: number
  hash: string
}

/** The receipts of the reader's own delegation, the latest first. */
export async function listReceipts({
  id: circulationId,
  delegation,
}: Pick<CirculationView, 'id' | 'delegation'>): Promise<ReceiptView[]> {
  if (!delegation) return []
  const rows = await db.circulationRelease.findMany({
    where: { circulationId, delegationId: delegation.id },
    orderBy: { releasedAt: 'desc' },
    include: receiptColumns,
  })
  return rows.map(receiptView)
}

const receiptColumns = {
  delegation: { select: { name: true } },
  releasedBy: { select: { name: true } },
} as const

const receiptView = ({
  delegation,
  releasedBy,
  ...release
}: Prisma.CirculationReleaseGetPayload<{ include: typeof receiptColumns }>): ReceiptView => ({
  ...release,
  delegationName: delegation.name,
  releasedBy: releasedBy?.name ?? '',
})

/** One receipt with its comments, for its delegation and for the officers. */
export async function getReceipt(
  actor: Actor,
  { id: circulationId, sessionId }: Pick<CirculationView, 'id' | 'sessionId'>,
  id: string,
): Promise<{ receipt: ReceiptView; comments: ReleasedView[] }> {
  const row = orNotFound(
    await db.circulationRelease.findFirst({
      where: { id, circulationId },
      include: { ...receiptColumns, comments: { include: releasedColumns } },
    }),
  )
  const { comments, ...release } = row
  const { delegationId } = release
  const isOwn = membershipIn(actor, sessionId)?.delegationId === delegationId
  const state = { delegationId, isPosted: false, isOnOurBehalf: false }
  assertFound(isOwn || canReadReleased(actor, sessionId, state))
  return { receipt: receiptView(release), comments: comments.map(releasedView) }
}
