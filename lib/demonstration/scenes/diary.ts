import type { Tx } from '@/lib/db/client'
import type { RecordedEvent } from '@/lib/record/events'

const MINUTE = 60_000

/** The times of events around a proposal, counted from its submission. */
export const after = {
  revision: (index: number) => index * 26 * 60 * MINUTE,
  coSponsor: (index: number) => (40 + index * 95) * MINUTE,
  /** After a revision, that its text is agreed to as well. */
  agreeAgain: (index: number) => (20 + index * 25) * MINUTE,
  comment: (index: number) => (30 * 60 + index * 190) * MINUTE,
  /** Released, then joined, then answered. */
  amendment: (index: number, step: number) => (44 * 60 + index * 250 + step * 70) * MINUTE,
  withdrawal: 50 * 60 * MINUTE,
}

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
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ person, data, ...act }) => ({
        ...act,
        personId: person.id,
        personName: person.name,
        data: data ?? {},
      })),
  })
}
