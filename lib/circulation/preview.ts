import 'server-only'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { authorize } from '@/lib/errors'
import { coveringLetter, loadCirculated } from './letters'
import { preparesCirculations } from './policy'

/** The covering letter as the first contact person of an addressee will get it; for the Secretariat. */
export async function previewLetter(
  actor: Actor,
  circulation: { id: string; sessionId: string },
  to: { delegationId: string; name: string; contacts: readonly { name: string; email: string }[] },
): Promise<{ subject: string; text: string }> {
  authorize(preparesCirculations(actor, circulation.sessionId), 'secretariatOnly')
  const [contact = { name: to.name, email: '' }] = to.contacts
  const { delegationId, name: delegation } = to
  return coveringLetter(await loadCirculated(db, circulation.id), {
    personId: '',
    ...contact,
    delegationId,
    delegation,
  })
}
