import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { databaseTime, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { lockRow } from '@/lib/db/row-locks'
import type { SignedIn } from '@/lib/delegations/actor'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { announce } from '@/lib/live/announce'
import { type OnRevised, submitRevision } from '@/lib/proposals/commands'
import { originOf } from '@/lib/proposals/origin/origin'
import { originalsOf } from '@/lib/proposals/origin/queries'
import { canSubmitProposal } from '@/lib/proposals/policy'
import { requireComplete, type Submitted } from '@/lib/proposals/drafts/submission'
import { record } from '@/lib/record/record'
import { joinedProvenance } from '@/lib/text/weave/join'
import { fromMarked, toMarked } from '@/lib/text/document/marked'
import { carryProvenance } from '@/lib/text/weave/provenance'
import { type Decided, decide, type Fate } from './decide'
import { fateOf, seenOf, textOf } from './desk'
import { type LockedProposal, lockDesk, lockJoining, lockProposal } from './locked'
import { joiningTopic } from './presence'
import type { SaveJoining, SubmitJoining } from './schema'
import { canDecideAmendments } from '@/lib/amendments/policy'
import { tellAmendmentAuthors } from '@/lib/amendments/revised'

/**
 * Saves the decisions of the author delegation on the amendments of its text, and returns the new version. Refused with
 * `conflict` on an older version, so that nobody overwrites a colleague; an unchanged save has no effect. Decisions are
 * internal to the delegation: they are not in the record before they are submitted.
 */
export function saveJoining(actor: SignedIn, input: SaveJoining): Promise<{ version: number }> {
  const { id, proposalId, baseNumber, version } = input
  return transaction(actor, async (tx) => {
    const proposal = await lockProposal(tx, proposalId)
    authorize(canDecideAmendments(actor, proposal), 'joiningNotYours')
    if (proposal.withdrawn) throw new Refused('closed', 'proposalWithdrawn')
    await lockRow(tx, 'Joining', id)
    const joining = await tx.joining.findUnique({ where: { id } })
    if (!joining) {
      const othersOpen = await tx.joining.count({
        where: { proposalId, baseNumber, submittedAt: null },
      })
      if (version !== 0 || othersOpen > 0) throw new Refused('conflict', 'joiningMoved')
      const { decisions, reasons } = input
      const personId = actor.personId
      await tx.joining.create({
        data: {
          id,
          proposalId,
          baseNumber,
          decisions,
          reasons,
          createdById: personId,
          updatedById: personId,
        },
      })
    } else {
      if (joining.proposalId !== proposalId || joining.submittedAt)
        throw new Refused('conflict', 'joiningMoved')
      if (joining.version === version + 1 && holdsAlready(joining, input))
        return { version: version + 1 }
      if (joining.version !== version || joining.baseNumber !== baseNumber)
        throw new Refused('conflict', 'joiningMoved')
      await tx.joining.update({
        where: { id },
        data: {
          decisions: input.decisions,
          reasons: input.reasons,
          version: { increment: 1 },
          updatedAt: await databaseTime(tx),
          updatedById: actor.personId,
        },
      })
    }
    await announce(tx, joiningTopic(proposalId))
    return { version: (joining?.version ?? 0) + 1 }
  })
}

/** Whether a joining holds exactly this input: the answer to an earlier save was lost. */
const holdsAlready = (
  joining: { decisions: unknown; reasons: unknown },
  input: SaveJoining,
): boolean =>
  isDeepStrictEqual(joining.decisions, input.decisions) &&
  isDeepStrictEqual(joining.reasons, input.reasons)

/**
 * Makes the next revision of the joined text, with the source of every word and the fate of each amendment. An
 * amendment with an undecided change stays open. Refuses a person who may not submit, a closed period, a joining that
 * changed after it was read, amendments that came or went meanwhile, and a text that was revised meanwhile. Idempotent.
 */
export function submitJoining(
  actor: SignedIn,
  input: SubmitJoining,
  onRevised: OnRevised = tellAmendmentAuthors,
): Promise<Submitted> {
  return transaction(actor, async (tx) => {
    const { proposalId } = orNotFound(await tx.joining.findUnique({ where: { id: input.id } }))
    const proposal = await lockProposal(tx, proposalId)
    assertFound(canDecideAmendments(actor, proposal))
    const joining = await lockJoining(tx, input.id)
    if (joining.submitted) return sentBefore(tx, proposal, joining.baseNumber + 1)
    authorize(canSubmitProposal(actor, proposal), 'proposalNotSubmittable')
    if (joining.version !== input.version) throw new Refused('conflict', 'joiningMoved')
    const { active, receivedAt, desk, decisions } = await lockDesk(tx, actor, proposal, joining)
    if (seenOf(active) !== input.seen) throw new Refused('conflict', 'joiningAmendmentsMoved')

    const { currentNumber, originalLanguage: locale } = proposal
    const text = textOf(desk, decisions)
    const basis = { id: null, baseNumber: currentNumber, receivedAt }
    const draft = { ...proposal, ...basis, reason: input.reason }
    const complete = requireComplete({ ...draft, body: fromMarked(text) })
    const revision = currentNumber + 1
    const names = new Map(active.map(({ id, by }) => [id, by]))
    const joined = joinedProvenance(desk.segments, decisions, {
      base: originOf(await originalsOf(tx, proposalId, currentNumber), locale),
      revision,
      locale,
      namesOf: (id) => names.get(id) ?? [],
    })
    const source = { kind: 'revision', number: revision } as const
    const provenance = carryProvenance(text, joined, toMarked(complete.body), source, locale)
    const fates = active.flatMap(({ id }) => {
      const kind = fateOf(desk.segments, decisions, id)
      return kind === null || kind === 'open' ? [] : [{ id, kind }]
    })
    return submitRevision(tx, actor, { ...draft, body: complete.body }, complete, {
      provenance,
      onRevised: async (_, submitted) => {
        const { reasons } = joining
        await conclude(tx, actor, { input, submitted, receivedAt, fates, reasons })
        await onRevised(tx, submitted)
      },
    })
  })
}

type Conclusion = Pick<Decided, 'receivedAt' | 'fates' | 'reasons'> & {
  input: SubmitJoining
  submitted: Submitted
}

/** Ends the joining with the fate of each amendment. */
async function conclude(tx: Tx, actor: SignedIn, conclusion: Conclusion) {
  const { input, submitted, receivedAt, fates, reasons } = conclusion
  const { sessionId, proposalId, number, revision, textHash } = submitted
  await decide(tx, actor, { proposalId, revision, receivedAt, fates, reasons })
  await tx.joining.update({
    where: { id: input.id },
    data: { submittedAt: await databaseTime(tx) },
  })
  const count = (kind: Fate['kind']) => fates.filter((fate) => fate.kind === kind).length
  const counts = {
    accepted: count('accepted'),
    partly: count('partly'),
    declined: count('declined'),
  }
  const data = { number, revision, ...counts }
  await record(tx, actor, 'amendment.joined', { sessionId, subjectId: proposalId, data, textHash })
  await announce(tx, joiningTopic(proposalId))
}

/** A repeated request gets the revision of the first time. */
async function sentBefore(
  tx: Tx,
  { proposalId, sessionId, slug, number }: LockedProposal,
  revision: number,
): Promise<Submitted> {
  const { textHash } = await tx.revision.findUniqueOrThrow({
    where: { proposalId_number: { proposalId, number: revision } },
    select: { textHash: true },
  })
  return { proposalId, sessionId, slug, number, revision, textHash }
}
