import 'server-only'
import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { lockRows, noteLock } from '@/lib/db/row-locks'
import type { SignedIn } from '@/lib/delegations/actor'
import type { EntityKind } from '@/lib/delegations/kinds'
import { orNotFound, Refused } from '@/lib/errors'
import { sha256 } from '@/lib/record/record'
import { readDocumentOrNull } from '@/lib/text/document/stored'
import { announceSeveral } from '@/lib/sessions/attribution/commands'
import { announceReplaced, attributeComments, type ReplacedAttributions } from './attribute'
import { isStated } from './kinds'
import type { LoadedCirculation } from './load'
import { hashedWords, type InHand, type Ready, readyForRelease } from './ready'
import { changedSince } from './drafts/seen'
import { circulatedItems } from './targets'
import { counting } from '@/lib/circulation/counting'

/** A draft with the facts for its release. */
export type LockedDraft = InHand & {
  delegationId: string
  replacesId: string | null
  paperId: string | null
  onBehalfOfId: string | null
  version: number
  updatedById: string
  enteredBySecretariat: boolean
  releasedAt: Date | null
  discardedAt: Date | null
  handedAt: Date | null
  handedById: string | null
  lateRefusedAt: Date | null
  paper: { receivedAt: Date } | null
}

/** Locks drafts of a circulation, then reads them in the order in which they were begun. */
export async function lockDrafts(
  tx: Tx,
  circulationId: string,
  ids: readonly string[],
): Promise<LockedDraft[]> {
  await lockRows(tx, 'CirculationDraft', ids)
  const drafts = await tx.circulationDraft.findMany({
    where: { id: { in: [...ids] }, circulationId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const paperIds = drafts.flatMap(({ paperId }) => paperId ?? [])
  const papers = paperIds.length
    ? await tx.paper.findMany({
        where: { id: { in: paperIds } },
        select: { id: true, receivedAt: true },
      })
    : []
  return drafts.map((draft) => ({
    ...draft,
    wording: readDocumentOrNull(draft.wording),
    paper: papers.find(({ id }) => id === draft.paperId) ?? null,
  }))
}

const isInHand = ({ releasedAt, discardedAt, handedAt }: LockedDraft): boolean =>
  releasedAt === null && discardedAt === null && handedAt === null

/** Refuses drafts in hand that somebody changed after the page of the person who acts showed them: their words were not read. */
export async function requireAsSeen(
  tx: Tx,
  drafts: readonly LockedDraft[],
  seen: string | undefined,
): Promise<void> {
  const changed = changedSince(drafts.filter(isInHand), seen)
  if (!changed) return
  const { name } = await tx.person.findUniqueOrThrow({
    where: { id: changed.updatedById },
    select: { name: true },
  })
  throw new Refused('conflict', 'commentInHandChanged', { name })
}

/** The arrival of the drafts of one release. */
export type Arrival = {
  /** By draft id. */
  receivedAt: (draft: LockedDraft) => Date
  late: boolean
}

/** A release as its receipt says it. */
export type Release = { id: string; count: number; hash: string; receivedAt: Date }

/**
 * Writes one release of these drafts of one delegation: the comments, the ends of the comments that they replace, the
 * release, and the end of the drafts. A comment with a position replaces the one by which the delegation stated its
 * position on that item. Everything must be locked and allowed before; `kind` is that of the delegation, if it is
 * known.
 */
export async function writeRelease(
  tx: Tx,
  actor: SignedIn,
  circulation: LoadedCirculation,
  drafts: readonly LockedDraft[],
  { receivedAt, late }: Arrival,
  kind?: EntityKind,
): Promise<Release> {
  const { delegationId } = orNotFound(drafts[0])
  const { id: circulationId, sessionId } = circulation
  const items = await circulatedItems(tx, circulationId, drafts)
  const ready = readyForRelease(drafts.map(inHand), items, {
    ...circulation,
    kind: kind ?? (await kindOf(tx, delegationId)),
  })
  const replaced = await endReplaced(tx, { circulationId, delegationId }, ready, drafts)
  const place = { sessionId, delegationId }
  const attributed = await attributeComments(tx, place, drafts, { receivedAt, replaced })
  const hashes = ready.map((comment) => sha256(hashedWords(comment)))
  const arrivals = drafts.map(receivedAt)
  const release = await tx.circulationRelease.create({
    data: {
      circulationId,
      sessionId,
      delegationId,
      receivedAt: arrivals.reduce((latest, at) => (at > latest ? at : latest)),
      releasedById: actor.personId,
      count: ready.length,
      hash: hashOfRelease(ready, hashes),
    },
    select: { id: true, count: true, hash: true, receivedAt: true },
  })
  await tx.circulationComment.createMany({
    data: ready.map(({ wording, ...comment }, index) => ({
      ...comment,
      circulationId,
      sessionId,
      delegationId,
      wording: wording ?? Prisma.DbNull,
      textHash: hashes[index]!,
      receivedAt: arrivals[index]!,
      releasedById: actor.personId,
      enteredBySecretariat: drafts[index]!.enteredBySecretariat,
      paperId: drafts[index]!.paperId,
      releaseId: release.id,
      attributionId: attributed.of.get(comment.id) ?? null,
      late,
    })),
  })
  await tx.circulationDraft.updateMany({
    where: { id: { in: ready.map(({ id }) => id) } },
    data: { releasedAt: release.receivedAt },
  })
  await announceSeveral(tx, actor, attributed.made)
  await announceReplaced(tx, attributed)
  return release
}

/** The hash of a release: of id, position, category and fingerprint of each comment, a line each, by id. */
export const hashOfRelease = (ready: readonly Ready[], hashes: readonly string[]): string =>
  sha256(
    ready
      .map(({ id, position, category }, index) => [id, position, category, hashes[index]].join(' '))
      .toSorted()
      .join('\n'),
  )

async function kindOf(tx: Tx, id: string): Promise<EntityKind> {
  const { entity } = await tx.delegation.findUniqueOrThrow({
    where: { id },
    select: { entity: { select: { kind: true } } },
  })
  return entity.kind
}

const inHand = ({
  id,
  target,
  listId,
  headingId,
  itemId,
  subject,
  passage,
  passageStart,
  category,
  position,
  language,
  text,
  wording,
}: LockedDraft): InHand => ({
  id,
  target,
  listId,
  headingId,
  itemId,
  subject,
  passage,
  passageStart,
  category,
  position,
  language,
  text,
  wording,
})

/**
 * Ends the comments that the new ones replace: the comment that a draft names, and the position on the same item.
 * Returns the attributions of the replaced comments, by the id of the new comment.
 */
async function endReplaced(
  tx: Tx,
  place: { circulationId: string; delegationId: string },
  ready: readonly Ready[],
  drafts: readonly LockedDraft[],
): Promise<ReplacedAttributions> {
  const stating = new Map(
    ready.flatMap(({ id, itemId, position }) =>
      itemId && isStated(position) ? [[itemId, id]] : [],
    ),
  )
  const replacements = new Map(
    drafts.flatMap(({ id, replacesId }) => (replacesId ? [[replacesId, id]] : [])),
  )
  if (stating.size + replacements.size === 0) return new Map()
  const presentComments = await tx.circulationComment.findMany({
    where: {
      ...place,
      OR: [{ id: { in: [...replacements.keys()] } }, { itemId: { in: [...stating.keys()] } }],
      ...counting,
    },
    select: {
      id: true,
      itemId: true,
      position: true,
      attribution: { select: { id: true, groupOfStatesId: true } },
    },
  })
  const presentIds = new Set(presentComments.map(({ id }) => id))
  if ([...replacements.keys()].some((id) => !presentIds.has(id)))
    throw new Refused('conflict', 'commentEnded')
  const ends = presentComments.flatMap(({ id, itemId, position, attribution }) => {
    const by = replacements.get(id) ?? (isStated(position) ? stating.get(itemId ?? '') : undefined)
    return by ? [{ id, by, attribution }] : []
  })
  // In the order of their ids, in which other acts lock them too.
  noteLock(tx, 'CirculationComment')
  for (const { id, by } of ends.toSorted(byId))
    await tx.circulationComment.updateMany({
      where: { id, ...counting },
      data: { replacedById: by },
    })
  const attributions = new Map<string, { id: string; groupOfStatesId: string | null }[]>()
  for (const { by, attribution } of ends)
    if (attribution) attributions.set(by, [...(attributions.get(by) ?? []), attribution])
  return attributions
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
