import { db, type Tx } from '@/lib/db/client'

/**
 * Changes rows as if time had passed since they were written: without the triggers, which keep what was sent out or
 * decided as it is.
 */
export const inThePast = (change: (tx: Tx) => Promise<unknown>): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await change(tx)
  })
