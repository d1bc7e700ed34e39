import type { Tx } from '@/lib/db/client'
import { releaseThing } from '@/lib/documents/things'
import type { PastAct } from '../diary'

/** Releases the draft report of a session on its first day, as the sixth session's was. */
export async function releaseDraftReport(
  tx: Tx,
  {
    sessionId,
    person,
    diary,
  }: { sessionId: string; person: { id: string; name: string }; diary: PastAct[] },
  at: string,
): Promise<void> {
  const releasedAt = new Date(at)
  const { id } = await tx.report.create({
    data: { sessionId, releasedAt, releasedById: person.id },
  })
  const thing = { kind: 'draftReport', reportId: id } as const
  const released = { sessionId, actor: null, releasedAt, datedOn: releasedAt }
  const symbol = await releaseThing(tx, thing, released)
  diary.push({
    at: releasedAt,
    event: 'report.released',
    sessionId,
    person,
    actingFor: 'secretariat',
    subjectId: id,
    data: { symbol },
  })
}
