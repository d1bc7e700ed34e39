import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/client'
import type { RecordedEvent } from '@/lib/record/events'
import { sha256 } from '@/lib/record/record'
import { documentFromText } from '@/lib/text/document/document'
import type { CastDelegationKey } from '@/lib/demonstration/cast'
import type { CastInDatabase } from './people'
import { after, type PastAct } from './diary'
import type { DemonstrationAmendment } from './proposal'
import type { SessionOfDemonstration } from './session'

/** Releases the suggested changes to a revision, with their co-sponsors and answers. */
export async function makeAmendments(
  tx: Tx,
  {
    session,
    cast,
    diary,
  }: { session: SessionOfDemonstration; cast: CastInDatabase; diary: PastAct[] },
  proposal: { id: string; number: number },
  revision: { number: number; text: string },
  amendments: readonly DemonstrationAmendment[],
  later: (delay: number) => Date,
): Promise<void> {
  for (const [index, amendment] of amendments.entries()) {
    const id = randomUUID()
    const at = (step: number) =>
      later(after.revision(revision.number - 1) + after.amendment(index, step))
    const text = changed(revision.text, amendment.changes)
    const acts = (by: CastDelegationKey, event: RecordedEvent, step: number, textHash?: string) => {
      const { name, head } = cast.delegations[by]
      const delegationId = session.delegations[by]
      diary.push({
        at: at(step),
        event,
        sessionId: session.id,
        person: head,
        delegationId,
        actingFor: name,
        subjectId: id,
        data: { number: proposal.number, amendment: index + 1, revision: revision.number },
        ...(textHash && { textHash }),
      })
      return { delegationId, personId: head.id, name, at: at(step) }
    }
    const textHash = sha256(text)
    const released = acts(amendment.by, 'amendment.released', 0, textHash)
    await tx.amendment.create({
      data: {
        id,
        sessionId: session.id,
        proposalId: proposal.id,
        revisionNumber: revision.number,
        number: index + 1,
        delegationId: released.delegationId,
        body: documentFromText(text),
        text,
        textHash,
        reason: amendment.reason,
        releasedAt: released.at,
        releasedById: released.personId,
      },
    })
    for (const by of amendment.joinedBy ?? []) {
      const joined = acts(by, 'amendment.coSponsored', 1)
      const { delegationId, personId: joinedById, at: joinedAt } = joined
      await tx.amendmentCoSponsorship.create({
        data: { amendmentId: id, delegationId, joinedAt, joinedById },
      })
    }
    for (const { by, text: words } of amendment.answers ?? []) {
      const hash = sha256(words)
      const act = acts(by, 'amendment.answered', 2, hash)
      await tx.amendmentAnswer.create({
        data: {
          amendmentId: id,
          delegationId: act.delegationId,
          actingFor: act.name,
          text: words,
          textHash: hash,
          answeredAt: act.at,
          answeredById: act.personId,
        },
      })
    }
  }
}

function changed(text: string, changes: DemonstrationAmendment['changes']): string {
  return changes.reduce((before, [words, instead]) => {
    if (!before.includes(words)) throw new Error(`The demonstration amends other words: ${words}`)
    return before.replace(words, instead)
  }, text)
}
