import 'server-only'
import type { Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { orNotFound, Refused } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'
import { readDocument } from '@/lib/text/document/stored'

/** The revision that an amendment is made on, and its proposal. */
export type Target = {
  proposalId: string
  sessionId: string
  slug: string
  number: number
  authorDelegationId: string
  withdrawn: boolean
  language: string
  /** The revision itself, and the latest one. */
  revisionNumber: number
  currentNumber: number
  body: TextDocument
}

/** Which revision of which proposal; null for the latest one. */
export type Aim = { proposalId: string; revisionNumber: number | null }

/** The proposal and its revision. Refused as "not found" where there is none. */
export async function findTarget(tx: Tx, { proposalId, revisionNumber }: Aim): Promise<Target> {
  const proposal = orNotFound(
    await tx.proposal.findUnique({
      where: { id: proposalId },
      include: {
        session: { select: { slug: true } },
        takeOvers: { where: { endedAt: null }, select: { id: true } },
      },
    }),
  )
  const number = revisionNumber ?? proposal.currentNumber
  const revision = orNotFound(
    await tx.revision.findUnique({
      where: { proposalId_number: { proposalId, number } },
      select: { body: true },
    }),
  )
  return {
    proposalId,
    sessionId: proposal.sessionId,
    slug: proposal.session.slug,
    number: proposal.number,
    authorDelegationId: proposal.delegationId,
    withdrawn: proposal.withdrawnAt !== null && proposal.takeOvers.length === 0,
    language: proposal.originalLanguage,
    revisionNumber: number,
    currentNumber: proposal.currentNumber,
    body: readDocument(revision.body),
  }
}

/** Like `findTarget`, with the proposal locked, so that its amendments are numbered one after another. */
export async function lockTarget(tx: Tx, aim: Aim): Promise<Target> {
  await lockRow(tx, 'Proposal', aim.proposalId)
  return findTarget(tx, aim)
}

/** Refuses an amendment that changes nothing: it must differ in words or in form. */
export function requireDifference(base: TextDocument, amended: TextDocument): void {
  if (toMarked(base) === toMarked(amended))
    throw new Refused('invalid', 'amendmentEqual', {}, 'body')
}
