import 'server-only'
import type { Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import type { Actor } from '@/lib/delegations/actor'
import { assertFound } from '@/lib/errors'
import { canReadDocument } from './policy'
import { isOfThing } from './things'

/** A document as an act reads it, locked against every other act on it. */
export async function lockDocument(tx: Tx, actor: Actor, id: string) {
  assertFound(await lockRow(tx, 'Document', id))
  const { _count, ...document } = await tx.document.findUniqueOrThrow({
    where: { id },
    include: { _count: { select: { files: true } } },
  })
  assertFound(canReadDocument(actor, document))
  const isThing = isOfThing(document)
  return { ...document, isThing, files: _count.files }
}
