import 'server-only'
import { wasPosted } from '@/lib/circulation/posting/posted'
import { clockTime, db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { subDays } from 'date-fns/subDays'
import { assertFound, orNotFound } from '@/lib/errors'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { onBehalfFacts, readOnBehalf } from '@/lib/sessions/attribution/view'
import { readDocument, readDocumentOrNull } from '@/lib/text/document/stored'
import { canReadReleased } from '../policy'
import { chainEnds } from './chain'
import type { CirculationView } from './queries'
import type { DraftView, ReleasedView, TargetView } from './views'

const targetColumns = {
  item: { select: { paragraph: true, letter: true, body: true, language: true } },
  heading: { select: { title: true } },
  list: { select: { symbol: true } },
} as const

type Named = Pick<TargetView, 'target' | 'listId' | 'headingId' | 'itemId' | 'subject'> & {
  item: { paragraph: number | null; letter: string | null; body: unknown; language: string } | null
  heading: { title: string } | null
  list: { symbol: string } | null
}

const targetView = ({ target, listId, headingId, itemId, subject, ...about }: Named) => ({
  target,
  listId,
  headingId,
  itemId,
  subject,
  name: about.item
    ? itemNumber(about.item)
    : (about.heading?.title ?? about.list?.symbol ?? subject),
  base: about.item && {
    body: readDocument(about.item.body),
    language: about.item.language,
  },
})

/** The target of an own comment: an item, a heading, a list, or any other. */
export type About =
  | { itemId: string }
  | { headingId: string }
  | { listId: string }
  | { target: { in: ('circulation' | 'other')[] } }

/**
 * The comments in hand of the reader's own delegation, in the order of the lists, and its discarded ones of the last
 * day: all, or those about one target. Never another delegation's.
 */
export async function listOwnDrafts(
  { id: circulationId, delegation }: Pick<CirculationView, 'id' | 'delegation'>,
  about?: About,
): Promise<DraftView[]> {
  if (!delegation) return []
  const since = subDays(await clockTime(db), 1)
  const rows = await db.circulationDraft.findMany({
    where: {
      circulationId,
      delegationId: delegation.id,
      releasedAt: null,
      OR: [{ discardedAt: null }, { discardedAt: { gt: since } }],
      ...about,
    },
    include: ownDraftColumns,
    orderBy: [
      { item: { list: { session: { ordinal: 'asc' } } } },
      { item: { paragraph: 'asc' } },
      { item: { position: 'asc' } },
      { createdAt: 'asc' },
    ],
  })
  return rows.map(draftView)
}

/** The columns of a draft on its page. */
export const ownDraftColumns = {
  ...targetColumns,
  updatedBy: { select: { name: true } },
  onBehalfOf: { select: { id: true, name: true } },
} satisfies Prisma.CirculationDraftInclude

/** A draft for its readers. */
export const draftView = (
  row: Prisma.CirculationDraftGetPayload<{ include: typeof ownDraftColumns }>,
): DraftView => ({
  ...targetView(row),
  id: row.id,
  passage: row.passage,
  passageStart: row.passageStart,
  category: row.category,
  position: row.position,
  language: row.language,
  text: row.text,
  wording: readDocumentOrNull(row.wording),
  replacesId: row.replacesId,
  onBehalfOf: row.onBehalfOf,
  isFromPaper: row.paperId !== null,
  version: row.version,
  writtenBy: row.updatedBy.name,
  updatedAt: row.updatedAt,
  discardedAt: row.discardedAt,
  handedAt: row.handedAt,
  lateRefusedAt: row.lateRefusedAt,
  lateRefusal: row.lateRefusal,
})

const releasedColumns = {
  ...targetColumns,
  delegation: { select: { name: true } },
  attribution: { select: onBehalfFacts },
  replacedBy: { select: { releasedAt: true } },
  retractedBy: { select: { places: { select: { delegationId: true } } } },
} satisfies Prisma.CirculationCommentInclude

type ReleasedRow = Prisma.CirculationCommentGetPayload<{ include: typeof releasedColumns }>

/** A released comment for its page: without words after a withdrawal or a retraction. */
function releasedView(row: ReleasedRow): ReleasedView {
  const isShown = row.withdrawnAt === null && row.retractedAt === null
  const { delegation, retractedBy } = row
  return {
    ...targetView(row),
    id: row.id,
    delegationId: row.delegationId,
    delegationName: delegation.name,
    onBehalf: readOnBehalf(row.attribution),
    passage: isShown ? row.passageText : null,
    passageStart: isShown ? row.passageStart : null,
    category: row.category,
    position: row.position,
    language: row.language,
    text: isShown ? row.text : '',
    wording: isShown ? readDocumentOrNull(row.wording) : null,
    textHash: row.textHash,
    releasedAt: row.releasedAt,
    receivedAt: row.receivedAt,
    late: row.late,
    enteredBySecretariat: row.enteredBySecretariat,
    releaseId: row.releaseId,
    replacedById: row.replacedById,
    withdrawnAt: row.withdrawnAt,
    retractedAt: row.retractedAt,
    retractedBy: retractedBy?.places.some(({ delegationId }) => delegationId === row.delegationId)
      ? 'delegation'
      : 'secretariat',
  }
}

/** The releases of the reader's delegation, the latest first, replaced and withdrawn ones included. */
export async function listOwnReleased(
  { id: circulationId, delegation }: Pick<CirculationView, 'id' | 'delegation'>,
  about?: About,
): Promise<ReleasedView[]> {
  if (!delegation) return []
  const rows = await db.circulationComment.findMany({
    where: { circulationId, delegationId: delegation.id, ...about },
    include: releasedColumns,
    orderBy: [{ releasedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(releasedView)
}

/**
 * One released comment, for its delegation, for members of its group of States, for officers, and for everybody once it
 * is posted.
 */
export async function getReleased(
  actor: Actor,
  circulation: CirculationView,
  id: string,
): Promise<ReleasedView> {
  const row = orNotFound(
    await db.circulationComment.findFirst({
      where: { id, circulationId: circulation.id },
      include: releasedColumns,
    }),
  )
  const endedAt = row.withdrawnAt ?? row.replacedBy?.releasedAt ?? null
  const isPosted = wasPosted(circulation, { endedAt }, circulation.readAt)
  const isOnOurBehalf = await isMemberOf(actor, circulation, row.attributionId)
  const state = { ...row, isPosted, isOnOurBehalf }
  const mayRead = canReadReleased(actor, circulation.sessionId, state)
  assertFound(mayRead)
  const readsAll = canReadReleased(actor, circulation.sessionId, { ...state, isPosted: false })
  const end = readsAll ? undefined : (await chainEnds([row])).get(id)
  return releasedView(end ? { ...row, ...end } : row)
}

/** Whether the actor's delegation belonged on that day to the group of a submission. */
async function isMemberOf(
  actor: Actor,
  { sessionId }: { sessionId: string },
  attributionId: string | null,
): Promise<boolean> {
  const place = membershipIn(actor, sessionId)
  if (!attributionId || !place) return false
  const { entityId } = place
  return (await db.attributedMember.count({ where: { attributionId, entityId } })) > 0
}

/** A release as its receipt says it. */
export type ReceiptView = {
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
  const mayRead =
    isOwn ||
    canReadReleased(actor, sessionId, {
      delegationId,
      isPosted: false,
      isOnOurBehalf: false,
    })
  orNotFound(mayRead ? row : null)
  return { receipt: receiptView(release), comments: comments.map(releasedView) }
}
