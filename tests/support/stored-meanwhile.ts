import { setTimeout as sleep } from 'node:timers/promises'
import { db, systemTransaction, type Tx } from '@/lib/db/client'
import { lockRow, type LockedTable } from '@/lib/db/row-locks'
import { Refused } from '@/lib/errors'

/**
 * Plays an act that begins after another change of a locked row was written and before it is stored. Answers what the act
 * answers, or the key of its refusal: an act that reads before its lock answers out of the state that is no more.
 */
export async function storedMeanwhile<T>(
  [table, id]: readonly [LockedTable, string],
  change: (tx: Tx) => Promise<unknown>,
  act: () => Promise<T>,
): Promise<T | string> {
  let isDone = false
  let played: Promise<T | string> = Promise.resolve('not begun')
  await systemTransaction(async (tx) => {
    await lockRow(tx, table, id)
    await change(tx)
    played = act()
      .catch((error: unknown) => {
        if (error instanceof Refused) return error.key
        throw error
      })
      .finally(() => (isDone = true))
    played.catch(() => {})
    for (let waited = 0; waited < 400 && !isDone && !(await someWait()); waited += 1)
      await sleep(10)
  })
  return played
}

/** Whether a statement of this database waits for a lock. */
async function someWait(): Promise<boolean> {
  const [row] = await db.$queryRaw<[{ waiting: number }]>`
    SELECT count(*)::int AS waiting FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return row.waiting > 0
}
