import { systemTransaction } from '@/lib/db/client'
import { loadReferenceData } from '@/lib/delegations/reference-data'
import { loadDemonstration } from '@/lib/demonstration/load'

/** Fills the empty test database as a first start does; a slow machine may take its time. */
export const loadsDemonstration = (): Promise<void> =>
  systemTransaction(
    async (tx) => {
      await loadReferenceData(tx)
      await loadDemonstration(tx)
    },
    { timeout: 120_000 },
  )
