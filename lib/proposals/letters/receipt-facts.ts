import 'server-only'
import { db, type Tx } from '@/lib/db/client'
import { type Actor, takesPart } from '@/lib/delegations/actor'
import { assertFound, orNotFound } from '@/lib/errors'
import { withGroup } from '@/lib/sessions/attribution/attribution'
import { onBehalfFacts, readOnBehalf } from '@/lib/sessions/attribution/view'
import type { ProposalKind } from '@/lib/proposals/kinds'

/** A receipt's facts of a submission beside its text. */
type ReceiptFacts = {
  kind: ProposalKind
  /** "3. Prevention"; null if the proposal stands under no item. */
  agenda: string | null
  /** The State, and the group of States for which it submitted the proposal. */
  delegation: string
  /** The person who submitted it; null for an imported proposal. */
  submittedBy: string | null
}

/** The facts of the receipt for a revision, for participants of the group. */
export async function getReceiptFacts(
  actor: Actor,
  proposalId: string,
  revision: number,
): Promise<ReceiptFacts> {
  assertFound(takesPart(actor))
  return receiptFacts(db, proposalId, revision)
}

/**
 * The same within a transaction. Kind and agenda item are those of the draft that was submitted: a later revision may
 * have changed the proposal's. A revision that was joined together, and an imported one, has no draft and takes them
 * from the revision before.
 */
export async function receiptFacts(
  tx: Tx,
  proposalId: string,
  revision: number,
): Promise<ReceiptFacts> {
  const revisions = await tx.revision.findMany({
    where: { proposalId, number: { lte: revision } },
    orderBy: { number: 'desc' },
    select: {
      submittedById: true,
      delegation: { select: { name: true } },
      draft: { select: { kind: true, agendaItem: true } },
      proposal: {
        select: { kind: true, agendaItem: true, attribution: { select: onBehalfFacts } },
      },
    },
  })
  const submitted = orNotFound(revisions[0])
  const draft = revisions.find(({ draft }) => draft)?.draft
  const item = draft ? draft.agendaItem : submitted.proposal.agendaItem
  const person =
    submitted.submittedById &&
    (await tx.person.findUnique({
      where: { id: submitted.submittedById },
      select: { name: true },
    }))
  return {
    kind: draft?.kind ?? submitted.proposal.kind,
    agenda: item && `${item.number}${item.letter}. ${item.title}`,
    delegation: withGroup(submitted.delegation.name, readOnBehalf(submitted.proposal.attribution)),
    submittedBy: person ? person.name : null,
  }
}
