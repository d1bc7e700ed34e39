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
  /** The text that is changed: that of the revision, or of the amendment. */
  body: TextDocument
  /** The amendment that is changed; its delegation then stands for the author. */
  amends: { id: string; number: number; open: boolean } | null
}

/** The target: a revision of a proposal, null for the latest one; or an amendment to it. */
type Aim = {
  proposalId: string
  revisionNumber: number | null
  amendsId?: string | null | undefined
}

/** The proposal and its revision. Refused as "not found" if there is none. */
export async function findTarget(tx: Tx, aim: Aim): Promise<Target> {
  const { proposalId, amendsId } = aim
  const amended = amendsId ? await findAmended(tx, proposalId, amendsId) : null
  const revisionNumber = amended?.revisionNumber ?? aim.revisionNumber
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
    authorDelegationId: amended?.delegationId ?? proposal.delegationId,
    withdrawn: proposal.withdrawnAt !== null && proposal.takeOvers.length === 0,
    language: proposal.originalLanguage,
    revisionNumber: number,
    currentNumber: proposal.currentNumber,
    body: amended?.body ?? readDocument(revision.body),
    amends: amended && { id: amended.id, number: amended.number, open: amended.open },
  }
}

/** An amendment of that proposal which is none of another amendment. */
async function findAmended(tx: Tx, proposalId: string, id: string) {
  const { body, ...amended } = orNotFound(
    await tx.amendment.findUnique({
      where: { id, proposalId, amendsId: null },
      select: {
        id: true,
        number: true,
        delegationId: true,
        revisionNumber: true,
        body: true,
        withdrawnAt: true,
        replacedBy: { select: { id: true } },
        decisions: { select: { kind: true } },
      },
    }),
  )
  const open = amended.withdrawnAt === null && !amended.replacedBy && amended.decisions.length === 0
  return { ...amended, body: readDocument(body), open }
}

/** Like `findTarget`, with the proposal locked, so that its amendments are numbered one after another. */
export async function lockTarget(tx: Tx, aim: Aim): Promise<Target> {
  await lockRow(tx, 'Proposal', aim.proposalId)
  return findTarget(tx, aim)
}

/** Refuses a change to an amendment that was withdrawn, replaced or decided about. */
export function requireOpenAmendment({ amends }: Target): void {
  if (amends && !amends.open) throw new Refused('closed', 'amendedNotOpen')
}

/** Refuses an amendment that changes nothing: it must differ in words or in form. */
export function requireDifference(base: TextDocument, amended: TextDocument): void {
  if (toMarked(base) === toMarked(amended))
    throw new Refused('invalid', 'amendmentEqual', {}, 'body')
}
