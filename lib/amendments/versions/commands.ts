import 'server-only'
import type { Tx } from '@/lib/db/client'
import { lockRow, lockRows } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { announceChange } from '@/lib/sessions/attribution/changes'
import { requireOpenPeriod } from '@/lib/sessions/periods'
import { readDocument } from '@/lib/text/document/stored'
import { decide } from '@/lib/amendments/joining/decide'
import type { ActedOn } from '@/lib/amendments/act-commands'
import {
  canDecideChange,
  canDecideChangesTo,
  canDeclineAmendments,
  type ChangeState,
  isOpenAmendment,
} from '@/lib/amendments/policy'
import type { DeclineChange, KeepText, TakeIntoAmendment } from '@/lib/amendments/schema'
import { tellChangeDeclined, tellTextKept, tellVersion } from './letters'

/**
 * Takes another State's change to an own amendment into a new version, which replaces it and stays the delegation's
 * own. Both stay on record; co-sponsors of the earlier version are told, and co-sponsor the new one if they wish.
 * Idempotent.
 */
export function takeIntoAmendment(actor: SignedIn, input: TakeIntoAmendment): Promise<ActedOn> {
  return transaction(actor, async (tx) => {
    const [change, earlier] = await lockChange(tx, input.takesInId)
    const { proposal, proposalId, sessionId, delegationId } = earlier
    const at = { slug: proposal.session.slug, proposalNumber: proposal.number }
    authorize(canDecideChangesTo(actor, earlier), 'changeNotYours')
    const amendment = await tx.amendment.findUnique({ where: { id: input.id } })
    if (amendment) {
      assertFound(amendment.takesInId === change.id)
      return { ...at, number: amendment.number }
    }
    const receivedAt = await requireOpenPeriod(tx, actor, sessionId, 'comments')
    requireAllowed(canDecideChange(actor, stateOf(change, earlier)))
    const { _max } = await tx.amendment.aggregate({ where: { proposalId }, _max: { number: true } })
    const number = (_max.number ?? 0) + 1
    const { text } = change
    const textHash = sha256(text)
    await tx.amendment.create({
      data: {
        id: input.id,
        sessionId,
        proposalId,
        revisionNumber: earlier.revisionNumber,
        number,
        delegationId,
        body: readDocument(change.body),
        text,
        textHash,
        reason: earlier.reason,
        releasedById: actor.personId,
        receivedAt,
        replacesId: earlier.id,
        takesInId: change.id,
        attributionId: earlier.attributionId,
      },
    })
    await record(tx, actor, 'amendment.versionReleased', {
      sessionId,
      subjectId: input.id,
      data: {
        number: proposal.number,
        amendment: number,
        earlier: earlier.number,
        takesIn: change.number,
      },
      textHash,
    })
    await announceChange(tx, [earlier.attributionId], 'replaced')
    await tellVersion(tx, { ...at, number, earlier, change })
    return { ...at, number }
  })
}

/**
 * Declines another State's change to an own amendment, with a reason if there is one; both stay as they are on record,
 * and the delegation that suggested the change is told. Idempotent.
 */
export function declineChange(actor: SignedIn, input: DeclineChange): Promise<ActedOn> {
  return transaction(actor, async (tx) => {
    const { amendmentId, reason } = input
    const [change, amended] = await lockChange(tx, amendmentId)
    const { proposal, sessionId, delegationId } = amended
    authorize(canDecideChangesTo(actor, amended), 'changeNotYours')
    const acted = {
      slug: proposal.session.slug,
      proposalNumber: proposal.number,
      number: change.number,
    }
    if (change.decline) return acted
    const receivedAt = await requireOpenPeriod(tx, actor, sessionId, 'comments')
    requireAllowed(canDecideChange(actor, stateOf(change, amended)))
    await tx.amendmentDecline.create({
      data: {
        amendmentId,
        amendsId: amended.id,
        delegationId,
        reason,
        receivedAt,
        declinedById: actor.personId,
      },
    })
    await record(tx, actor, 'amendment.declined', {
      sessionId,
      subjectId: amendmentId,
      data: { number: proposal.number, amendment: change.number, amends: amended.number },
    })
    await tellChangeDeclined(tx, { ...acted, change, amended, reason })
    return acted
  })
}

/** The authors keep a text that an amendment would delete: it is declined for the present revision. */
export function keepText(actor: SignedIn, input: KeepText): Promise<ActedOn> {
  return transaction(actor, async (tx) => {
    const [amendment] = await lockAmendments(tx, [input.amendmentId])
    const { proposal, sessionId, id: amendmentId } = amendment
    requireAllowed(
      canDeclineAmendments(actor, { sessionId, authorDelegationId: proposal.delegationId }),
    )
    const acted = {
      slug: proposal.session.slug,
      proposalNumber: proposal.number,
      number: amendment.number,
    }
    if (amendment.decisions.length > 0) return acted
    const receivedAt = await requireOpenPeriod(tx, actor, sessionId, 'submission')
    if (amendment.withdrawnAt) throw new Refused('closed', 'amendmentWithdrawn')
    if (amendment.text !== '' || amendment.amendsId) throw new Refused('conflict', 'notADeletion')
    const { reason } = input
    const fates = [{ id: amendmentId, kind: 'declined' as const }]
    const at = { proposalId: amendment.proposalId, revision: proposal.currentNumber }
    await decide(tx, actor, { ...at, receivedAt, fates, reasons: { [amendmentId]: reason } })
    await record(tx, actor, 'amendment.textKept', {
      sessionId,
      subjectId: amendmentId,
      data: { number: proposal.number, amendment: amendment.number },
    })
    await tellTextKept(tx, { ...acted, sessionId, delegationId: amendment.delegationId, reason })
    return acted
  })
}

const details = {
  decline: { select: { amendmentId: true } },
  replacedBy: { select: { id: true } },
  decisions: { select: { kind: true } },
  coSponsorships: { where: { leftAt: null }, select: { delegationId: true } },
  proposal: {
    include: {
      session: { select: { slug: true } },
      takeOvers: { where: { endedAt: null }, select: { id: true } },
    },
  },
} as const

/** A change to an amendment and the amendment, locked. */
async function lockChange(tx: Tx, id: string) {
  const { amendsId } = orNotFound(
    await tx.amendment.findUnique({ where: { id }, select: { amendsId: true } }),
  )
  return lockAmendments(tx, [id, orNotFound(amendsId)])
}

type Locked = Awaited<ReturnType<typeof lockAmendments<[string]>>>[0]

const stateOf = (change: Locked, amended: Locked): ChangeState => ({
  withdrawn: change.withdrawnAt !== null,
  declined: change.decline !== null,
  amended: {
    sessionId: amended.sessionId,
    delegationId: amended.delegationId,
    open: isOpenAmendment(amended),
  },
  proposalWithdrawn:
    amended.proposal.withdrawnAt !== null && amended.proposal.takeOvers.length === 0,
})

/** Amendments of one proposal in the order of the ids, locked after the proposal as every act locks them. */
async function lockAmendments<Ids extends [string, ...string[]]>(tx: Tx, ids: Ids) {
  const { proposalId } = orNotFound(
    await tx.amendment.findUnique({ where: { id: ids[0] }, select: { proposalId: true } }),
  )
  await lockRow(tx, 'Proposal', proposalId)
  await lockRows(tx, 'Amendment', ids)
  const find = async (id: string) =>
    orNotFound(await tx.amendment.findUnique({ where: { id, proposalId }, include: details }))
  const rows: Awaited<ReturnType<typeof find>>[] = []
  for (const id of ids) rows.push(await find(id))
  return rows as { [Index in keyof Ids]: (typeof rows)[number] }
}
