import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/client'
import { sha256 } from '@/lib/record/record'
import type { CastInDatabase } from './people'
import { after, type PastAct } from './diary'
import type { DemonstrationComment } from './proposal'
import type { SessionOfDemonstration } from './session'

/** Releases the comments on a revision, an answer after its comment. */
export async function makeComments(
  tx: Tx,
  {
    session,
    cast,
    diary,
  }: { session: SessionOfDemonstration; cast: CastInDatabase; diary: PastAct[] },
  proposal: { id: string; number: number },
  revision: { number: number; text: string },
  comments: readonly DemonstrationComment[],
  later: (delay: number) => Date,
): Promise<void> {
  const ids: string[] = []
  for (const [index, comment] of comments.entries()) {
    const id = randomUUID()
    ids.push(id)
    const { head, name } = cast.delegations[comment.by]
    const delegationId = session.delegations[comment.by]
    const releasedAt = later(after.revision(revision.number - 1) + after.comment(index))
    const textHash = sha256(comment.text)
    const category = comment.category ?? 'general'
    await tx.comment.create({
      data: {
        id,
        sessionId: session.id,
        proposalId: proposal.id,
        revisionNumber: revision.number,
        delegationId,
        parentId: comment.answers === undefined ? null : (ids[comment.answers] ?? null),
        category,
        position: comment.position,
        ...passageIn(revision.text, comment.passage),
        text: comment.text,
        textHash,
        releasedAt,
        releasedById: head.id,
      },
    })
    diary.push({
      at: releasedAt,
      event: 'comment.released',
      sessionId: session.id,
      person: head,
      delegationId,
      actingFor: name,
      subjectId: id,
      data: {
        number: proposal.number,
        revision: revision.number,
        category,
        position: comment.position,
      },
      textHash,
    })
  }
}

function passageIn(text: string, passage: string | undefined) {
  if (!passage) return {}
  const passageStart = text.indexOf(passage)
  if (passageStart < 0) throw new Error(`The demonstration comments on other words: ${passage}`)
  return { passageStart, passageEnd: passageStart + passage.length, passageText: passage }
}
