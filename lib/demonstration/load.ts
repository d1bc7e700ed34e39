import type { Tx } from '@/lib/db/client'

/**
 * Loads the demonstration into a database that has the reference data and no session; otherwise does nothing.
 * The scenes are imported only then, so that a running server does not keep them in memory.
 */
export async function loadDemonstration(tx: Tx): Promise<void> {
  if ((await tx.session.count()) > 0) return
  const { fillDemonstration } = await import('./scenes/fill')
  await fillDemonstration(tx)
}
