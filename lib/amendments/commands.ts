import 'server-only'
import { transaction } from '@/lib/db/client'
import { placeIn, type SignedIn } from '@/lib/delegations/actor'
import { authorize, found, Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record'
import { requireOpenPeriod } from '@/lib/sessions/periods'
import { plainText, readWording } from '@/lib/text/document'
import { canDraftAmendment, canReleaseAmendment } from './policy'
import type { OneAmendmentDraft, WriteAmendment } from './schema'
import { lockTarget, requireDifference } from './target'

/** Where a written amendment can be read. */
export type WrittenAmendment = { id: string; slug: string; proposalNumber: number; number: number }

/**
 * Releases an amendment as the delegation's own: official, attributed, immutable. Refuses whoever
 * may not submit, outside the period, on a withdrawn proposal, and a text equal to the base. Sent
 * twice, it answers with the amendment of the first time.
 */
export function releaseAmendment(
  actor: SignedIn,
  input: WriteAmendment,
): Promise<WrittenAmendment> {
  return transaction(async (tx) => {
    const target = await lockTarget(tx, input)
    authorize(canReleaseAmendment(actor, target), 'amendmentNotReleasable')
    const { delegationId } = found(placeIn(actor, target.sessionId))
    const body = readWording(input, target.language)
    const written = { id: input.id, slug: target.slug, proposalNumber: target.number }
    const earlier = await tx.amendment.findUnique({ where: { id: input.id } })
    if (earlier) {
      const same = earlier.delegationId === delegationId && earlier.text === plainText(body)
      if (!same) throw new Refused('conflict', 'amendmentNoLongerDraft')
      return { ...written, number: earlier.number }
    }
    await requireOpenPeriod(tx, target.sessionId, 'comments')
    if (target.withdrawn) throw new Refused('closed', 'proposalWithdrawn')
    requireDifference(target.body, body)

    const text = plainText(body)
    const textHash = sha256(text)
    const { _max } = await tx.amendment.aggregate({
      where: { proposalId: input.proposalId },
      _max: { number: true },
    })
    const number = (_max.number ?? 0) + 1
    const { id, proposalId, revisionNumber, reason } = input
    await tx.amendment.create({
      data: {
        id,
        proposalId,
        revisionNumber,
        number,
        reason,
        delegationId,
        body,
        text,
        textHash,
        sessionId: target.sessionId,
        releasedById: actor.personId,
      },
    })
    await tx.$executeRaw`
      UPDATE "AmendmentDraft" SET "releasedAt" = now()
      WHERE id = ${id}::uuid AND "delegationId" = ${delegationId}::uuid`
    await record(tx, actor, 'amendment.released', {
      sessionId: target.sessionId,
      subjectId: id,
      data: { number: target.number, amendment: number, revision: revisionNumber },
      textHash,
    })
    return { ...written, number }
  })
}

/**
 * Keeps an amendment within the delegation until it is released. Refused on an older version of the
 * draft, so that nobody writes over a colleague; one of another delegation is as if it did not exist.
 */
export function saveAmendmentDraft(
  actor: SignedIn,
  input: WriteAmendment,
): Promise<Omit<WrittenAmendment, 'number'>> {
  return transaction(async (tx) => {
    const target = await lockTarget(tx, input)
    authorize(canDraftAmendment(actor, target), 'amendmentNotAllowed')
    const { delegationId } = found(placeIn(actor, target.sessionId))
    const body = JSON.stringify(readWording(input, target.language, { allowEmpty: true }))
    const saved = await tx.$executeRaw`
      INSERT INTO "AmendmentDraft" (id, "proposalId", "revisionNumber", "delegationId", body, reason,
        "createdById", "updatedById")
      VALUES (${input.id}::uuid, ${input.proposalId}::uuid, ${input.revisionNumber},
        ${delegationId}::uuid, ${body}::jsonb, ${input.reason}, ${actor.personId}::uuid,
        ${actor.personId}::uuid)
      ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body, reason = EXCLUDED.reason,
        version = "AmendmentDraft".version + 1, "updatedAt" = now(),
        "updatedById" = EXCLUDED."updatedById"
      WHERE "AmendmentDraft"."delegationId" = EXCLUDED."delegationId"
        AND "AmendmentDraft"."proposalId" = EXCLUDED."proposalId"
        AND "AmendmentDraft".version = ${input.version}
        AND "AmendmentDraft"."releasedAt" IS NULL AND "AmendmentDraft"."discardedAt" IS NULL`
    if (saved === 0) throw new Refused('conflict', 'amendmentNoLongerDraft')
    return { id: input.id, slug: target.slug, proposalNumber: target.number }
  })
}

/** Puts a draft of the actor's own delegation aside; it is shown no more. */
export function discardAmendmentDraft(actor: SignedIn, { id }: OneAmendmentDraft): Promise<void> {
  return transaction(async (tx) => {
    const own = actor.places.map((place) => place.delegationId)
    const discarded = await tx.$executeRaw`
      UPDATE "AmendmentDraft" SET "discardedAt" = now()
      WHERE id = ${id}::uuid AND "delegationId" = ANY (${own}::uuid[])
        AND "releasedAt" IS NULL AND "discardedAt" IS NULL`
    if (discarded === 0) throw new Refused('not-found', 'notFound')
  })
}
