import 'server-only'
import { db, type Tx } from '@/lib/db/client'
import type { SecurityEvent } from './events'

/** An entry's facts beside its event: ids, a network and a key, never a text or an e-mail address. */
type SecurityFacts = {
  personId?: string | null
  byPersonId?: string | null
  network?: string
  detail?: string
}

/**
 * Writes an entry of the security log: a row, in the transaction of the act if there is one, and a line of JSON on
 * standard output. A line may tell of an act whose transaction then failed; a row never does.
 */
export async function logSecurity(
  event: SecurityEvent,
  { personId = null, byPersonId = null, network = '', detail = '' }: SecurityFacts,
  tx: Pick<Tx, 'securityEntry'> = db,
): Promise<void> {
  const facts = { event, personId, byPersonId, network, detail }
  await tx.securityEntry.create({ data: facts })
  console.log(JSON.stringify({ log: 'security', at: new Date().toISOString(), ...facts }))
}
