import { db, type Tx } from '@/lib/db/client'

/**
 * Changes rows as if time had passed since they were written: disables the triggers, which protect rows that were sent or
 * decided.
 */
export const inThePast = (change: (tx: Tx) => Promise<unknown>): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await change(tx)
  })
