import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { nextPosting } from '@/lib/circulation/posting/queries'
import { clockTime, db } from '@/lib/db/client'

/** Acts of people wait while a batch is written. */
const BATCH = 50
/** Between batches, so that people's acts come first. */
const REST = 50
const AGAIN = 3_600_000
const AFTER_POSTING = 1_000

/**
 * Indexes, beside the working server, what was released before there was an index or under older rules for it: batch
 * by batch, each in a transaction of its own under an advisory lock, so that one of several instances works at a time
 * and whoever comes after a killed one goes on where it stopped. Returns how it is stopped.
 */
export function startIndexing(): () => Promise<void> {
  const stopped = new AbortController()
  const ended = keepIndexed(stopped.signal)
  return async () => {
    stopped.abort()
    await ended
  }
}

async function keepIndexed(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const done = await indexBatch().catch((error: unknown) => {
      console.error('Indexing failed:', error)
      return 0
    })
    const rest = done === 0 ? await restUntilPosting().catch(() => AGAIN) : REST
    await pause(rest, undefined, { signal }).catch(() => {})
  }
}

/** How long there is nothing to index: an hour, or until the comments of a circulation are posted. */
export async function restUntilPosting(): Promise<number> {
  const now = await clockTime(db)
  const next = await nextPosting(now)
  return next ? Math.min(next.getTime() - now.getTime() + AFTER_POSTING, AGAIN) : AGAIN
}

/**
 * Indexes some of the subjects whose entry is missing or old, or takes their entry away; returns how many they were,
 * null where somebody else writes the index at this moment.
 */
export async function indexBatch(): Promise<number | null> {
  const [batch] = await db.$queryRaw<[{ done: number | null }]>`
    SELECT search_batch(${BATCH}::int) AS done`
  return batch.done
}
