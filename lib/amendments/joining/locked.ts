import 'server-only'
import type { Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import type { SignedIn } from '@/lib/delegations/actor'
import { orNotFound, Refused } from '@/lib/errors'
import { requireOpenPeriod } from '@/lib/sessions/periods'
import type { TextDocument } from '@/lib/text/document/document'
import { readDocument } from '@/lib/text/document/stored'
import { recall } from '@/lib/text/weave/decisions'
import { deskOf } from './desk'
import { lockActiveAmendments, readDecisions } from './queries'
import { StoredReasons } from './schema'

type LockedJoining = {
  baseNumber: number
  version: number
  decisions: unknown
  reasons: Record<string, string>
  submitted: boolean
}

/** Locks the decisions so far, after the proposal. */
export async function lockJoining(tx: Tx, id: string): Promise<LockedJoining> {
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

export type LockedProposal = {
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
export async function lockProposal(tx: Tx, proposalId: string): Promise<LockedProposal> {
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

/**
 * The desk of the present text with the saved decisions, its amendments locked. Refuses a closed period, and decisions
 * about an earlier revision.
 */
export async function lockDesk(
  tx: Tx,
  actor: SignedIn,
  { proposalId, sessionId, currentNumber, body, originalLanguage }: LockedProposal,
  joining: LockedJoining,
) {
  const active = await lockActiveAmendments(tx, proposalId)
  const receivedAt = await requireOpenPeriod(tx, actor, sessionId, 'submission')
  if (joining.baseNumber !== currentNumber)
    throw new Refused('conflict', 'proposalRevised', { revision: currentNumber })
  const desk = deskOf({ number: currentNumber, body }, active, originalLanguage)
  const decisions = recall(desk.segments, readDecisions(joining.decisions))
  return { active, receivedAt, desk, decisions }
}
