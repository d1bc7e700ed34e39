import type { Tx } from '@/lib/db/client'
import type { RecordedEvent } from '@/lib/record'

/** One act of the demonstration, as `record` would have written it at its time. */
export type PastAct = {
  at: Date
  event: RecordedEvent
  sessionId: string
  person: { id: string; name: string }
  delegationId?: string
  actingFor: string
  subjectId?: string
  data?: Record<string, string | number>
  textHash?: string
}

/** Writes the acts into the record in the order in which they happened. */
export async function writeDiary(tx: Tx, acts: readonly PastAct[]): Promise<void> {
  await tx.recordEntry.createMany({
    data: acts
      .toSorted((one, other) => one.at.getTime() - other.at.getTime())
      .map(({ person, data, ...act }) => ({
        ...act,
        personId: person.id,
        personName: person.name,
        data: data ?? {},
      })),
  })
}
