import { expect } from 'vitest'
import { db } from '@/lib/db/client'
import type { RecordedEvent } from '@/lib/record/events'

type Entry = [event: RecordedEvent, subjectId: unknown, data?: object]

/** What an act adds to the record, in the order of the entries. */
export async function recordedBy(act: () => Promise<unknown>): Promise<Entry[]> {
  const last = await db.recordEntry.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
  await act()
  const added = await db.recordEntry.findMany({
    where: { id: { gt: last?.id ?? 0 } },
    orderBy: { id: 'asc' },
  })
  return added.map(({ event, subjectId, data }) => [
    event as RecordedEvent,
    subjectId,
    data as object,
  ])
}

/** Expects that an act adds these entries to the record and no other; without any, that it adds none. */
export async function expectRecorded(
  act: () => Promise<unknown>,
  ...entries: Entry[]
): Promise<void> {
  const expected = entries.map(([event, subjectId, data = {}]) => [event, subjectId, data])
  expect(await recordedBy(act)).toEqual(expected)
}
