import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/client'
import { sha256 } from '@/lib/record/record'
import { documentFromText, plainText } from '@/lib/text/document/document'
import { wordCount } from '@/lib/text/words'
import { makeAmendments } from './amendments'
import type { CastInDatabase } from './people'
import { makeComments } from './comments'
import { after, type PastAct } from './diary'
import { makeAttribution } from './proposals/group-of-states'
import { agreedRevision, type DemonstrationProposal } from './proposal'
import type { SessionOfDemonstration } from './session'

/** A submitted proposal, as the scene of the issued list takes it. */
export type ProposalOfDemonstration = DemonstrationProposal & {
  id: string
  number: number
  text: string
}

/**
 * Submits the proposals of a session one after the other, from `start` on, with their revisions,
 * co-sponsors and comments, as the commands would have left them.
 */
export async function makeProposals(
  tx: Tx,
  setting: { session: SessionOfDemonstration; cast: CastInDatabase; diary: PastAct[] },
  proposals: readonly DemonstrationProposal[],
  { start, apart }: { start: Date; apart: number },
): Promise<ProposalOfDemonstration[]> {
  const { session, cast, diary } = setting
  const results: ProposalOfDemonstration[] = []
  for (const [index, proposal] of proposals.entries()) {
    const number = index + 1
    const id = randomUUID()
    const submittedAt = new Date(start.getTime() + index * apart)
    const later = (delay: number) => new Date(submittedAt.getTime() + delay)
    const delegationId = session.delegations[proposal.by]
    const { name, head } = cast.delegations[proposal.by]
    const act = {
      sessionId: session.id,
      person: head,
      delegationId,
      actingFor: name,
      subjectId: id,
    }
    const withdrawnAt = proposal.withdrawn ? later(after.withdrawal) : null

    const attributionId =
      proposal.forCoastalStates &&
      (await makeAttribution(
        tx,
        setting,
        { by: proposal.by, at: submittedAt, about: { kind: 'proposal', number } },
        proposal.forCoastalStates.dissociations,
      ))
    await tx.proposal.create({
      data: {
        id,
        sessionId: session.id,
        number,
        delegationId,
        agendaItemId: session.agenda[proposal.agenda] ?? null,
        kind: proposal.kind,
        originalLanguage: proposal.language,
        submittedAt,
        submittedById: head.id,
        currentNumber: proposal.revisions.length,
        withdrawnAt,
        withdrawnById: withdrawnAt && head.id,
        withdrawalReason: proposal.withdrawn ?? '',
        attributionId: attributionId ?? null,
      },
    })
    const revisions = proposal.revisions.map((revision, place) => {
      const body = documentFromText(revision.text)
      const text = plainText(body)
      return {
        proposalId: id,
        number: place + 1,
        body,
        text,
        textHash: sha256(text),
        wordCount: wordCount(text, proposal.language),
        explanation: revision.explanation ?? '',
        reason: revision.reason ?? '',
        delegationId,
        submittedAt: later(after.revision(place)),
        submittedById: head.id,
      }
    })
    await tx.revision.createMany({ data: revisions })
    for (const { number: revision, submittedAt: at, textHash } of revisions)
      diary.push({
        ...act,
        at,
        event: revision === 1 ? 'proposal.submitted' : 'proposal.revised',
        data: { number, revision },
        textHash,
      })
    if (withdrawnAt)
      diary.push({ ...act, at: withdrawnAt, event: 'proposal.withdrawn', data: { number } })

    await makeCoSponsors(tx, setting, { id, number }, proposal, later)
    const revision = { number: revisions.length, text: revisions.at(-1)!.text }
    await makeComments(tx, setting, { id, number }, revision, proposal.comments ?? [], later)
    await makeAmendments(tx, setting, { id, number }, revision, proposal.amendments ?? [], later)
    results.push({ ...proposal, id, number, text: revision.text })
  }
  await tx.session.update({
    where: { id: session.id },
    data: { lastProposalNumber: proposals.length },
  })
  return results
}

async function makeCoSponsors(
  tx: Tx,
  {
    session,
    cast,
    diary,
  }: { session: SessionOfDemonstration; cast: CastInDatabase; diary: PastAct[] },
  { id, number }: { id: string; number: number },
  proposal: DemonstrationProposal,
  later: (delay: number) => Date,
): Promise<void> {
  const agreements = (proposal.coSponsors ?? []).flatMap((key, index) => {
    const first = { key, revision: 1, at: later(after.coSponsor(index)) }
    const last = agreedRevision(proposal, key)
    if (last === 1) return [{ ...first, until: null }]
    const agreedAgainAt = later(after.revision(last - 1) + after.agreeAgain(index))
    return [
      { ...first, until: agreedAgainAt },
      { key, revision: last, at: agreedAgainAt, until: null },
    ]
  })
  await tx.coSponsorship.createMany({
    data: agreements.map(({ key, revision, at, until }) => ({
      proposalId: id,
      delegationId: session.delegations[key],
      revisionNumber: revision,
      joinedAt: at,
      joinedById: cast.delegations[key].head.id,
      leftAt: until,
      leftById: until && cast.delegations[key].head.id,
    })),
  })
  for (const { key, revision, at } of agreements)
    diary.push({
      at,
      event: 'proposal.coSponsored',
      sessionId: session.id,
      person: cast.delegations[key].head,
      delegationId: session.delegations[key],
      actingFor: cast.delegations[key].name,
      subjectId: id,
      data: { number, revision },
    })
}
