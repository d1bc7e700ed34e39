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
 * Indexes, beside the working server, everything released before the index existed or under its older rules: batch by
 * batch, each in a separate transaction under an advisory lock, so that one of several instances works at a time and
 * the successor of a killed one resumes its work. Returns the function that stops it.
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

/** The time with nothing to index: an hour, or until the comments of a circulation are posted. */
export async function restUntilPosting(): Promise<number> {
  const now = await clockTime(db)
  const next = await nextPosting(now)
  return next ? Math.min(next.getTime() - now.getTime() + AFTER_POSTING, AGAIN) : AGAIN
}

/**
 * Indexes some subjects with a missing or stale entry, or deletes their entry; returns their number, null if another
 * instance writes the index at this moment.
 */
export async function indexBatch(): Promise<number | null> {
  const [batch] = await db.$queryRaw<[{ done: number | null }]>`
    SELECT search_batch(${BATCH}::int) AS done`
  return batch.done
}
