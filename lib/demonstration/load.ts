import type { Tx } from '@/lib/db/client'

/**
 * Loads the demonstration into a database that has its reference data, and no session yet; else nothing.
 * It is read only then: a server that was filled before does not hold it.
 */
export async function loadDemonstration(tx: Tx): Promise<void> {
  if ((await tx.session.count()) > 0) return
  const { fillDemonstration } = await import('./scenes/fill')
  await fillDemonstration(tx)
}
