import 'server-only'
import { type Tx, transaction } from '@/lib/db/client'
import { placeIn, type SignedIn } from '@/lib/delegations/actor'
import { authorize, found, Refused } from '@/lib/errors'
import { capacity, record, sha256 } from '@/lib/record/record'
import { requireOpenPeriod } from '@/lib/sessions/periods'
import { canAnswerAmendment, canCoSponsorAmendment, canWithdrawAmendment } from './policy'
import type { AnswerAmendment, OneAmendment, WithdrawAmendment } from './schema'

type Released = {
  id: string
  sessionId: string
  delegationId: string
  number: number
  proposalNumber: number
  withdrawn: boolean
  proposalWithdrawn: boolean
  slug: string
}

/** Where the amendment can be read. */
export type ActedOn = { slug: string; proposalNumber: number; number: number }

async function lockAmendment(tx: Tx, id: string): Promise<Released> {
  const rows = await tx.$queryRaw<Released[]>`
    SELECT a.id, a."sessionId", a."delegationId", a.number, p.number AS "proposalNumber",
      a."withdrawnAt" IS NOT NULL AS withdrawn, p."withdrawnAt" IS NOT NULL AS "proposalWithdrawn",
      s.slug
    FROM "Amendment" a JOIN "Proposal" p ON p.id = a."proposalId"
    JOIN "Session" s ON s.id = p."sessionId"
    WHERE a.id = ${id}::uuid FOR NO KEY UPDATE OF a`
  return found(rows[0])
}

const said = (amendment: Released) => ({
  sessionId: amendment.sessionId,
  subjectId: amendment.id,
  data: { number: amendment.proposalNumber, amendment: amendment.number },
})

/** Withdraws an amendment; it stays readable as withdrawn. Withdrawn twice is withdrawn once. */
export function withdrawAmendment(actor: SignedIn, input: WithdrawAmendment): Promise<ActedOn> {
  return transaction(async (tx) => {
    const amendment = await lockAmendment(tx, input.id)
    authorize(canWithdrawAmendment(actor, amendment), 'amendmentNotYours')
    if (amendment.withdrawn) return amendment
    await tx.$executeRaw`
      UPDATE "Amendment" SET "withdrawnAt" = now(), "withdrawnById" = ${actor.personId}::uuid,
        "withdrawalReason" = ${input.reason} WHERE id = ${input.id}::uuid`
    await record(tx, actor, 'amendment.withdrawn', said(amendment))
    return amendment
  })
}

/** Joins another delegation's amendment, in the open period. Joined twice is joined once. */
export function coSponsorAmendment(actor: SignedIn, { id }: OneAmendment): Promise<ActedOn> {
  return transaction(async (tx) => {
    const amendment = await lockAmendment(tx, id)
    authorize(canCoSponsorAmendment(actor, amendment), 'amendmentNotJoinable')
    await requireOpenPeriod(tx, amendment.sessionId, 'comments')
    if (amendment.withdrawn) throw new Refused('closed', 'amendmentWithdrawn')
    if (amendment.proposalWithdrawn) throw new Refused('closed', 'proposalWithdrawn')
    const { delegationId } = found(placeIn(actor, amendment.sessionId))
    const joined = await tx.$executeRaw`
      INSERT INTO "AmendmentCoSponsorship" (id, "amendmentId", "delegationId", "joinedById")
      VALUES (gen_random_uuid(), ${id}::uuid, ${delegationId}::uuid, ${actor.personId}::uuid)
      ON CONFLICT ("amendmentId", "delegationId") WHERE "leftAt" IS NULL DO NOTHING`
    if (joined) await record(tx, actor, 'amendment.coSponsored', said(amendment))
    return amendment
  })
}

/** Leaves an amendment that the delegation had joined. */
export function leaveAmendment(actor: SignedIn, { id }: OneAmendment): Promise<ActedOn> {
  return transaction(async (tx) => {
    const amendment = await lockAmendment(tx, id)
    authorize(canCoSponsorAmendment(actor, amendment), 'amendmentNotJoinable')
    const { delegationId } = found(placeIn(actor, amendment.sessionId))
    const left = await tx.$executeRaw`
      UPDATE "AmendmentCoSponsorship" SET "leftAt" = now(), "leftById" = ${actor.personId}::uuid
      WHERE "amendmentId" = ${id}::uuid AND "delegationId" = ${delegationId}::uuid
        AND "leftAt" IS NULL`
    if (left) await record(tx, actor, 'amendment.coSponsorshipLeft', said(amendment))
    return amendment
  })
}

/** Answers an amendment for one's delegation or as Rapporteur. Sent twice is one answer. */
export function answerAmendment(actor: SignedIn, input: AnswerAmendment): Promise<ActedOn> {
  return transaction(async (tx) => {
    const amendment = await lockAmendment(tx, input.amendmentId)
    authorize(canAnswerAmendment(actor, amendment), 'amendmentNotAnswerable')
    await requireOpenPeriod(tx, amendment.sessionId, 'comments')
    const { delegationId, actingFor } = capacity(actor, amendment.sessionId)
    const textHash = sha256(input.text)
    const answered = await tx.$executeRaw`
      INSERT INTO "AmendmentAnswer" (id, "amendmentId", "delegationId", "actingFor", text, "textHash",
        "answeredById")
      VALUES (${input.id}::uuid, ${input.amendmentId}::uuid, ${delegationId}::uuid, ${actingFor},
        ${input.text}, ${textHash}, ${actor.personId}::uuid)
      ON CONFLICT (id) DO NOTHING`
    if (answered) await record(tx, actor, 'amendment.answered', { ...said(amendment), textHash })
    return amendment
  })
}
