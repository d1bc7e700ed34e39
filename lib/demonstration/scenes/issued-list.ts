import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/client'
import { releaseThing } from '@/lib/documents/things'
import { markIssued } from '@/lib/proposals/preliminary-list/issue'
import { sha256 } from '@/lib/record/record'
import { documentFromText } from '@/lib/text/document/document'
import { castDelegations } from '@/lib/demonstration/cast'
import { agreedRevision } from './proposal'
import type { CastInDatabase } from './people'
import type { PastAct } from './diary'
import type { ProposalOfDemonstration } from './proposals'
import type { SessionOfDemonstration } from './session'
import type { DemonstrationSession } from './sessions'

/** An issued list, and its items by the numbers of the proposals for which they stand. */
export type IssuedList = {
  id: string
  ordinal: number
  items: ReadonlyMap<number, { id: string; textHash: string }>
}

/**
 * Places the proposals that were not withdrawn under the agenda items that they belong to, a letter
 * for each, and issues the list.
 */
export async function issueList(
  tx: Tx,
  {
    session,
    cast,
    diary,
  }: { session: SessionOfDemonstration; cast: CastInDatabase; diary: PastAct[] },
  about: DemonstrationSession,
  proposals: readonly ProposalOfDemonstration[],
  issuedAt: Date,
): Promise<IssuedList> {
  const { rapporteur, secretariat } = cast.officers
  const activeProposals = proposals.filter(({ withdrawn }) => !withdrawn)
  const topics = about.agenda.filter(({ item }) =>
    activeProposals.some(({ agenda }) => agenda === item),
  )
  const textHash = sha256(activeProposals.map(({ text }) => text).join('\n\n'))
  const list = await tx.preliminaryList.create({
    data: {
      sessionId: session.id,
      createdAt: new Date(issuedAt.getTime() - 86_400_000),
      createdById: rapporteur.id,
    },
  })
  const items = new Map<number, { id: string; textHash: string }>()
  for (const [index, { item, title }] of topics.entries()) {
    const heading = await tx.listHeading.create({
      data: { listId: list.id, title, position: index + 1 },
    })
    const under = activeProposals
      .filter(({ agenda }) => agenda === item)
      .map((proposal) => ({ proposal, itemId: randomUUID() }))
    for (const { proposal, itemId } of under)
      items.set(proposal.number, { id: itemId, textHash: sha256(proposal.text) })
    await tx.item.createMany({
      data: under.map(({ proposal, itemId }, place) => ({
        id: itemId,
        listId: list.id,
        headingId: heading.id,
        position: place + 1,
        kind: proposal.kind,
        language: proposal.language,
        body: documentFromText(proposal.text),
        text: proposal.text,
        textHash: sha256(proposal.text),
        paragraph: index + 1,
        letter: String.fromCharCode(97 + place),
      })),
    })
    await tx.itemProposal.createMany({
      data: under.map(({ proposal, itemId }) => ({
        itemId,
        proposalId: proposal.id,
        revisionNumber: proposal.revisions.length,
        attribution: [
          proposal.by,
          ...(proposal.coSponsors ?? []).filter(
            (key) => agreedRevision(proposal, key) === proposal.revisions.length,
          ),
        ]
          .map((key) => castDelegations[key].name)
          .toSorted(),
      })),
    })
  }
  const symbol = await releaseThing(
    tx,
    { kind: 'preliminaryList', preliminaryListId: list.id },
    { sessionId: session.id, actor: null, releasedAt: issuedAt },
  )
  await markIssued(tx, list.id, { issuedAt, issuedById: secretariat.id, textHash, symbol })
  diary.push({
    at: issuedAt,
    event: 'list.issued',
    sessionId: session.id,
    person: secretariat,
    actingFor: 'secretariat',
    subjectId: list.id,
    data: { items: activeProposals.length },
    textHash,
  })
  return { id: list.id, ordinal: about.ordinal, items }
}
