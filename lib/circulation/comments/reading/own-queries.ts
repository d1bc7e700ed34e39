import 'server-only'
import { targetName } from '@/lib/circulation/compilation/target-name'
import { wasPosted } from '@/lib/circulation/posting/posted'
import { clockTime, db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { subDays } from 'date-fns/subDays'
import { assertFound, orNotFound } from '@/lib/errors'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { onBehalfFacts, readOnBehalf } from '@/lib/sessions/attribution/view'
import { readDocument, readDocumentOrNull } from '@/lib/text/document/stored'
import { itemName } from '../item-name'
import { canReadReleased } from '../policy'
import { chainEnds, withEnd } from './chain'
import type { CirculationView } from './queries'
import { replacingPosition } from './replacing'
import type { DraftView, ReleasedView, TargetView } from './views'
import { retractorColumns, retractorOf } from './retraction'

const ofSession = { session: { select: { ordinal: true } } } as const
const targetColumns = {
  item: {
    select: {
      paragraph: true,
      letter: true,
      importedNumber: true,
      heading: { select: { title: true } },
      list: { select: ofSession },
      body: true,
      language: true,
    },
  },
  heading: { select: { title: true, list: { select: ofSession } } },
  list: { select: ofSession },
} as const

type Named = Pick<TargetView, 'target' | 'listId' | 'headingId' | 'itemId' | 'subject'> & {
  item: (Parameters<typeof itemName>[1] & { body: unknown; language: string }) | null
  heading: { title: string; list: OfSession } | null
  list: OfSession | null
}
type OfSession = { session: { ordinal: number } }

const targetView = ({ target, listId, headingId, itemId, subject, ...about }: Named) => ({
  target,
  listId,
  headingId,
  itemId,
  subject,
  name: nameOf({ listId, headingId, itemId, subject, ...about }),
  base: about.item && {
    body: readDocument(about.item.body),
    language: about.item.language,
  },
})

function nameOf({ listId, headingId, itemId, subject, ...about }: Omit<Named, 'target'>): string {
  if (about.item) return itemName(itemId ?? '', about.item)
  const of = { number: '', importedNumber: null }
  if (about.heading)
    return targetName({
      ...of,
      target: { kind: 'heading', id: headingId ?? '' },
      sessionOrdinal: about.heading.list.session.ordinal,
      heading: about.heading.title,
    })
  if (about.list)
    return targetName({
      ...of,
      target: { kind: 'list', id: listId ?? '' },
      sessionOrdinal: about.list.session.ordinal,
      heading: '',
    })
  return subject
}

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
  const replacing = await replacingPosition(circulationId, rows)
  return rows.map((row) => draftView(row, replacing))
}

/** The columns of a draft on its page. */
export const ownDraftColumns = {
  ...targetColumns,
  updatedBy: { select: { name: true } },
  onBehalfOf: { select: { id: true, name: true } },
  paper: { select: { receivedAt: true } },
} satisfies Prisma.CirculationDraftInclude

/** A draft for its readers; `replacing` are the ids of those that replace a position. */
export const draftView = (
  row: Prisma.CirculationDraftGetPayload<{ include: typeof ownDraftColumns }>,
  replacing: ReadonlySet<string>,
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
  replacesPosition: replacing.has(row.id),
  onBehalfOf: row.onBehalfOf,
  isFromPaper: row.paperId !== null,
  onPaperAt: row.enteredBySecretariat ? (row.paper?.receivedAt ?? row.createdAt) : null,
  version: row.version,
  writtenBy: row.updatedBy.name,
  writtenById: row.updatedById,
  updatedAt: row.updatedAt,
  discardedAt: row.discardedAt,
  handedAt: row.handedAt,
  lateRefusedAt: row.lateRefusedAt,
  lateRefusal: row.lateRefusal,
})

/** The columns of a released comment on its page. */
export const releasedColumns = {
  ...targetColumns,
  delegation: { select: { name: true } },
  attribution: { select: onBehalfFacts },
  replacedBy: { select: { releasedAt: true } },
  retractedBy: retractorColumns,
} satisfies Prisma.CirculationCommentInclude

type ReleasedRow = Prisma.CirculationCommentGetPayload<{ include: typeof releasedColumns }>

/** A released comment for its page: without words after a withdrawal or a retraction. */
export function releasedView(row: ReleasedRow): ReleasedView {
  const isShown = row.withdrawnAt === null && row.retractedAt === null
  const { delegation } = row
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
    retractedBy: retractorOf(row),
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
  return releasedView(withEnd(row, end))
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
