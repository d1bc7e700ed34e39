import 'server-only'
import type { Tx } from '@/lib/db/client'

/** The one channel of PostgreSQL on which all instances tell each other what has changed. */
export const CHANNEL = 'stocktake_live'

/**
 * Tells every open viewer, at whichever instance, that something under this topic has changed: at
 * the moment when the act commits, never before and never if it does not. Carries no content, so
 * that nobody learns of anything by listening; each viewer's own query then decides what is seen.
 */
export async function announce(tx: Tx, topic: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${topic})`
}
