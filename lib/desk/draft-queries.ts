import 'server-only'
import { db } from '@/lib/db/client'
import { notWithdrawn } from '@/lib/proposals/withdrawal/withdrawal'
import { readDocument } from '@/lib/text/document/stored'
import { plainText } from '@/lib/text/document/document'
import type { DeskDraft } from './facts'

/** The unreleased texts of these delegations, the latest first. On a withdrawn proposal nothing can be released. */
export async function listDeskDrafts(delegations: readonly string[]): Promise<DeskDraft[]> {
  const delegationId = { in: [...delegations] }
  const about = { select: { id: true, number: true, sessionId: true } } as const
  const unreleased = { delegationId, releasedAt: null, discardedAt: null, proposal: notWithdrawn }
  const [drafts, comments, amendments] = await Promise.all([
    db.draft.findMany({
      where: {
        delegationId,
        submittedAt: null,
        discardedAt: null,
        OR: [{ proposalId: null }, { proposal: notWithdrawn }],
      },
      select: {
        ...draftFields,
        sessionId: true,
        body: true,
        proposal: about,
        askedBy: { select: { name: true } },
      },
    }),
    db.commentDraft.findMany({
      where: unreleased,
      select: { ...draftFields, text: true, proposal: about },
    }),
    db.amendmentDraft.findMany({
      where: unreleased,
      select: { ...draftFields, body: true, proposal: about },
    }),
  ])
  const texts = [
    ...drafts.map(({ body, askedBy, ...draft }) => ({
      ...draft,
      kind: 'proposal' as const,
      askedBy: askedBy?.name ?? null,
      words: plainText(readDocument(body)),
    })),
    ...comments.map(({ text, ...draft }) => ({
      ...draft,
      kind: 'comment' as const,
      askedBy: null,
      sessionId: draft.proposal.sessionId,
      words: text,
    })),
    ...amendments.map(({ body, ...draft }) => ({
      ...draft,
      kind: 'amendment' as const,
      askedBy: null,
      sessionId: draft.proposal.sessionId,
      words: plainText(readDocument(body)),
    })),
  ]
  const writers = await db.person.findMany({
    where: { id: { in: [...new Set(texts.map(({ updatedById }) => updatedById))] } },
    select: { id: true, name: true },
  })
  return texts
    .map(({ updatedById, proposal, ...draft }) => ({
      ...draft,
      proposal: proposal && { id: proposal.id, number: proposal.number },
      writer: writers.find(({ id }) => id === updatedById) ?? { id: updatedById, name: '' },
    }))
    .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
}

const draftFields = { id: true, delegationId: true, updatedById: true, updatedAt: true } as const
