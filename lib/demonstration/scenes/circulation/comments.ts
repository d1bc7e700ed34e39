import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns/addDays'
import { hashOfRelease } from '@/lib/circulation/comments/release'
import { hashedWords, type InHand, readyForRelease } from '@/lib/circulation/comments/ready'
import { type CirculatedItem, circulatedItems } from '@/lib/circulation/comments/targets'
import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { castDelegations } from '@/lib/demonstration/cast'
import { sha256 } from '@/lib/record/record'
import { documentFromText } from '@/lib/text/document/document'
import { type InventedComment, inventedComments } from './invented-comments'
import type { CirculationScene } from './scene'

type Kept = InventedComment & { id: string; itemId: string | null }

/** The delegations' released comments, day by day in one release each, and their drafts. */
export async function makeComments(tx: Tx, scene: CirculationScene): Promise<void> {
  const sceneComments = inventedComments.map(
    (comment): Kept => ({ ...comment, id: randomUUID(), itemId: itemOf(scene, comment) }),
  )
  const targets = sceneComments.map(({ itemId }) => targetOf(itemId))
  const items = await circulatedItems(tx, scene.id, targets)
  const released = sceneComments.filter(({ day }) => day !== undefined)
  const acts = new Set(released.map(({ by, day }) => `${day} ${by}`))
  // A comment that replaces another is there before it.
  for (const act of [...acts].toSorted().toReversed()) {
    const comments = released.filter(({ by, day }) => `${day} ${by}` === act)
    await release(tx, scene, { comments, all: sceneComments, items })
  }
  const inHand = sceneComments.filter(({ day }) => day === undefined)
  for (const comment of inHand) await keep(tx, scene, comment, items)
}

async function release(
  tx: Tx,
  { id: circulationId, session, cast, diary, openedAt }: CirculationScene,
  {
    comments,
    all,
    items,
  }: {
    comments: readonly Kept[]
    all: readonly Kept[]
    items: ReadonlyMap<string, CirculatedItem>
  },
): Promise<void> {
  const { by, day } = comments[0]!
  const { head } = cast.delegations[by]
  const at = addDays(openedAt, day!)
  const { kind } = castDelegations[by]
  const ready = readyForRelease(
    comments.map((comment) => inHandOf(comment, items)),
    items,
    { kind, observersMayTakePosition: true },
  )
  const hashes = ready.map((comment) => sha256(hashedWords(comment)))
  const keys = { circulationId, sessionId: session.id, delegationId: session.delegations[by] }
  const times = { receivedAt: at, releasedAt: at, releasedById: head.id }
  const hash = hashOfRelease(ready, hashes)
  const { id: releaseId } = await tx.circulationRelease.create({
    data: { ...keys, ...times, count: ready.length, hash },
  })
  await tx.circulationComment.createMany({
    data: ready.map(({ wording, ...comment }, index) => ({
      ...comment,
      ...keys,
      ...times,
      releaseId,
      wording: wording ?? Prisma.DbNull,
      textHash: hashes[index]!,
      ...endOf(comments[index]!, all, { at, byId: head.id }),
    })),
  })
  const act = {
    sessionId: session.id,
    person: head,
    delegationId: keys.delegationId,
    actingFor: castDelegations[by].name,
  }
  diary.push({
    ...act,
    at,
    event: 'circulation.commentsReleased',
    subjectId: releaseId,
    textHash: hash,
  })
  for (const { id, end } of comments)
    if (end === 'withdrawn')
      diary.push({
        ...act,
        at: addDays(at, 1),
        event: 'circulation.commentWithdrawn',
        subjectId: id,
      })
}

function endOf(comment: Kept, comments: readonly Kept[], { at, byId }: { at: Date; byId: string }) {
  if (comment.end === 'withdrawn') return { withdrawnAt: addDays(at, 1), withdrawnById: byId }
  const later = comments.find(
    ({ by, itemId, day, id }) =>
      by === comment.by && itemId === comment.itemId && day && id !== comment.id,
  )
  return comment.end === 'replaced' && later ? { replacedById: later.id } : {}
}

/** A comment in hand, written by the adviser. */
async function keep(
  tx: Tx,
  { id: circulationId, session, cast, openedAt }: CirculationScene,
  comment: Kept,
  items: ReadonlyMap<string, CirculatedItem>,
): Promise<void> {
  const { adviser } = cast.delegations[comment.by]
  const { wording, ...words } = inHandOf(comment, items)
  const at = addDays(openedAt, 9)
  await tx.circulationDraft.create({
    data: {
      ...words,
      wording: wording ?? Prisma.DbNull,
      circulationId,
      sessionId: session.id,
      delegationId: session.delegations[comment.by],
      createdAt: at,
      createdById: adviser.id,
      updatedAt: at,
      updatedById: adviser.id,
    },
  })
}

const itemOf = ({ lists }: CirculationScene, { on }: InventedComment): string | null => {
  if (!on) return null
  const [ordinal, number] = on
  return lists.find((list) => list.ordinal === ordinal)?.items.get(number)?.id ?? null
}

const targetOf = (itemId: string | null) => ({
  target: itemId ? ('item' as const) : ('circulation' as const),
  listId: null,
  headingId: null,
  itemId,
})

function inHandOf(comment: Kept, items: ReadonlyMap<string, CirculatedItem>): InHand {
  const item = items.get(comment.itemId ?? '')
  const { change } = comment
  return {
    id: comment.id,
    ...targetOf(comment.itemId),
    subject: '',
    passage: '',
    passageStart: null,
    category: comment.category,
    position: comment.position,
    language: comment.language ?? 'en',
    text: comment.text ?? '',
    wording: change && item ? documentFromText(item.text.replace(change[0], change[1])) : null,
  }
}
