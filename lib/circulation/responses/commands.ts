import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { Refused } from '@/lib/errors'
import { recordAll, sha256 } from '@/lib/record/record'
import { wordsKey } from './identical'
import { takesWords } from './kinds'
import { tellAnswered } from './letters'
import { type LockedComment, lockComment, lockCommenters, lockComments } from './load'
import { canRespond } from './policy'
import type { KeepResponse, ReleaseResponse } from './schema'

/**
 * Saves a draft response, which only the Rapporteur and the Secretariat read. Refuses to overwrite the words or the
 * outcome of another officer since `version`, and to change a released response.
 */
export function keepResponse(actor: SignedIn, input: KeepResponse): Promise<void> {
  return transaction(actor, async (tx) => {
    const comment = await lockComment(tx, actor, input.commentId)
    requireAllowed(canRespond(actor, comment))
    const draft = await requireOwnVersion(tx, input)
    const content = { text: input.text, outcome: input.outcome === '' ? null : input.outcome }
    if (draft && draft.text === content.text && draft.outcome === content.outcome) return
    const data = { ...content, updatedById: actor.personId, updatedAt: await clockTime(tx) }
    await tx.responseDraft.upsert({
      where: { commentId: comment.id },
      create: { commentId: comment.id, ...data },
      update: { ...data, version: { increment: 1 } },
    })
  })
}

/**
 * Releases a response, also to identical comments on the same target: from now on it is immutable, and the commenters
 * are told. Refuses comments that were answered or count no more, and comments that are not identical. Idempotent.
 */
export function releaseResponse(actor: SignedIn, input: ReleaseResponse): Promise<void> {
  return transaction(actor, async (tx) => {
    const ids = [...new Set([input.commentId, ...input.also])]
    await lockCommenters(tx, ids)
    const comments = await lockComments(tx, actor, ids)
    const [first] = comments
    if (await wasReleased(tx, actor, ids, input)) return
    for (const comment of comments) requireAllowed(canRespond(actor, comment))
    if (comments.some((comment) => first && !saysTheSame(first, comment)))
      throw new Refused('conflict', 'notIdentical')
    await requireOwnVersion(tx, input)
    await store(tx, actor, comments, input)
    await recordAll(
      tx,
      actor,
      comments.map(({ id, sessionId, delegationName: name }) => ({
        event: 'response.released' as const,
        sessionId,
        subjectId: id,
        data: { name, outcome: input.outcome },
        textHash: sha256(input.text),
      })),
    )
    await tellAnswered(tx, comments)
  })
}

const saysTheSame = (first: LockedComment, second: LockedComment): boolean =>
  first.circulationId === second.circulationId &&
  first.target === second.target &&
  wordsKey(first) === wordsKey(second)

/** Refuses words or an outcome that would go over those of another officer. Returns the draft. */
async function requireOwnVersion(
  tx: Tx,
  { commentId, text, outcome, version }: KeepResponse | ReleaseResponse,
) {
  const draft = await tx.responseDraft.findUnique({
    where: { commentId },
    include: { updatedBy: { select: { name: true } } },
  })
  const isSame = draft?.text === text && (draft.outcome ?? '') === outcome
  if (!draft || draft.version === version || isSame) return draft
  throw new Refused('conflict', 'responseDraftChanged', { name: draft.updatedBy.name }, 'text')
}

/** Whether all of these comments were answered so by this person: the same request again. */
async function wasReleased(
  tx: Tx,
  actor: SignedIn,
  ids: readonly string[],
  { text, outcome }: ReleaseResponse,
): Promise<boolean> {
  const answer = { text, outcome, releasedById: actor.personId }
  return (
    (await tx.response.count({ where: { commentId: { in: [...ids] }, ...answer } })) === ids.length
  )
}

/** Writes the responses. If a comment's wording was taken into an item, the response names the item. */
async function store(
  tx: Tx,
  actor: SignedIn,
  comments: readonly LockedComment[],
  { text, outcome }: ReleaseResponse,
): Promise<void> {
  const where = { commentId: { in: comments.map(({ id }) => id) } }
  const drafts = await tx.responseDraft.findMany({
    where,
    select: { commentId: true, takenIntoId: true },
  })
  const takenInto = new Map(drafts.map((draft) => [draft.commentId, draft.takenIntoId]))
  await tx.response.createMany({
    data: comments.map(({ id }) => ({
      commentId: id,
      text,
      outcome,
      releasedById: actor.personId,
      takenIntoId: takesWords(outcome) ? (takenInto.get(id) ?? null) : null,
    })),
  })
  await tx.responseDraft.deleteMany({ where })
}
