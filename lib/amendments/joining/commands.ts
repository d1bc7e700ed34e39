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
import { requireOpenPeriod } from '@/lib/sessions/periods'
import { recall } from '@/lib/text/weave/decisions'
import type { TextDocument } from '@/lib/text/document/document'
import { joinedProvenance } from '@/lib/text/weave/join'
import { fromMarked, toMarked } from '@/lib/text/document/marked'
import { carryProvenance } from '@/lib/text/weave/provenance'
import { deskOf, fateOf, seenOf, textOf } from './desk'
import { joiningTopic } from './presence'
import { lockActiveAmendments, readDecisions } from './queries'
import { type SaveJoining, StoredReasons, type SubmitJoining } from './schema'
import { canDecideAmendments } from '@/lib/amendments/policy'
import { tellAmendmentAuthors } from '@/lib/amendments/revised'
import { readDocument } from '@/lib/text/document/stored'

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
    const active = await lockActiveAmendments(tx, proposalId)
    const receivedAt = await requireOpenPeriod(tx, actor, proposal.sessionId, 'submission')
    const { currentNumber, body, originalLanguage: locale } = proposal
    if (joining.baseNumber !== currentNumber)
      throw new Refused('conflict', 'proposalRevised', { revision: currentNumber })
    if (seenOf(active) !== input.seen) throw new Refused('conflict', 'joiningAmendmentsMoved')

    const desk = deskOf({ number: currentNumber, body }, active, locale)
    const decisions = recall(desk.segments, readDecisions(joining.decisions))
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
        await conclude(tx, actor, { input, submitted, fates, reasons: joining.reasons })
        await onRevised(tx, submitted)
      },
    })
  })
}

type Fate = { id: string; kind: 'accepted' | 'partly' | 'declined' }
type Conclusion = {
  input: SubmitJoining
  submitted: Submitted
  fates: readonly Fate[]
  reasons: Record<string, string>
}

/** Ends the joining with the fate of each amendment. */
async function conclude(tx: Tx, actor: SignedIn, { input, submitted, fates, reasons }: Conclusion) {
  const { sessionId, proposalId, number, revision, textHash } = submitted
  const key = { proposalId_number: { proposalId, number: revision } }
  const { id: revisionId } = await tx.revision.findUniqueOrThrow({
    where: key,
    select: { id: true },
  })
  await tx.amendmentDecision.createMany({
    data: fates.map(({ id: amendmentId, kind }) => ({
      revisionId,
      amendmentId,
      kind,
      reason: kind === 'accepted' ? '' : (reasons[amendmentId] ?? ''),
    })),
  })
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

type LockedJoining = {
  baseNumber: number
  version: number
  decisions: unknown
  reasons: Record<string, string>
  submitted: boolean
}

async function lockJoining(tx: Tx, id: string): Promise<LockedJoining> {
  await lockRow(tx, 'Joining', id)
  const { submittedAt, reasons, ...joining } = orNotFound(
    await tx.joining.findUnique({ where: { id } }),
  )
  return {
    ...joining,
    reasons: StoredReasons.parse(reasons),
    submitted: submittedAt !== null,
  }
}

type LockedProposal = {
  proposalId: string
  sessionId: string
  slug: string
  number: number
  observersMayPropose: boolean
  delegationId: string
  authorDelegationId: string
  kind: 'conclusion' | 'recommendation'
  agendaItemId: string | null
  originalLanguage: string
  explanation: string
  body: TextDocument
  currentNumber: number
  withdrawn: boolean
}

/** Locks the proposal and reads it afterwards: an act that waited sees the revision made meanwhile. */
async function lockProposal(tx: Tx, proposalId: string): Promise<LockedProposal> {
  await lockRow(tx, 'Proposal', proposalId)
  const proposal = orNotFound(
    await tx.proposal.findUnique({
      where: { id: proposalId },
      include: {
        session: { select: { slug: true, group: { select: { observersMayPropose: true } } } },
      },
    }),
  )
  const { currentNumber, session } = proposal
  const revision = await tx.revision.findUniqueOrThrow({
    where: { proposalId_number: { proposalId, number: currentNumber } },
  })
  return {
    proposalId,
    sessionId: proposal.sessionId,
    slug: session.slug,
    number: proposal.number,
    observersMayPropose: session.group.observersMayPropose,
    delegationId: proposal.delegationId,
    authorDelegationId: proposal.delegationId,
    kind: proposal.kind,
    agendaItemId: proposal.agendaItemId,
    originalLanguage: proposal.originalLanguage,
    explanation: revision.explanation,
    body: readDocument(revision.body),
    currentNumber,
    withdrawn: proposal.withdrawnAt !== null,
  }
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
