import { randomUUID } from 'node:crypto'
import { writeAndRelease } from '@/lib/circulation/comments/commands'
import { releaseComments } from '@/lib/circulation/comments/commands'
import { KeepDraft } from '@/lib/circulation/comments/schema'
import { acceptPieces, confirmPaper } from '@/lib/circulation/papers/commands'
import { enterPaper } from '@/lib/circulation/papers/enter'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'

type Sent = { circulationId: string; delegationId: string; fileName: string; bytes: Uint8Array }

/**
 * A paper comes in, by its delegation or by the Secretariat for it; what the program made of it without doubt is
 * accepted, the rest is said to be no comment, and the comments are released. Returns their ids.
 */
export async function sendsPaper(
  actor: SignedIn,
  { circulationId, ...sent }: Sent,
): Promise<string[]> {
  const { id } = await enterPaper(actor, { circulationId, ...sent, receivedAt: '' })
  const now = async () => ({
    id,
    version: (await db.paper.findUniqueOrThrow({ where: { id } })).version,
  })
  await acceptPieces(actor, { ...(await now()), which: 'clear' })
  await acceptPieces(actor, { ...(await now()), which: 'rest' })
  const { draftIds } = await confirmPaper(actor, await now())
  await releaseComments(actor, { circulationId, ids: draftIds })
  return draftIds
}

/** A delegation writes a comment and releases it. Returns its id. */
export async function says(
  actor: SignedIn,
  circulationId: string,
  about: Partial<KeepDraft>,
): Promise<string> {
  const id = randomUUID()
  const target = about.itemId ? 'item' : 'circulation'
  const position = about.itemId ? 'supports' : 'none'
  await writeAndRelease(
    actor,
    KeepDraft.parse({ id, circulationId, target, position, text: 'Our comment.', ...about }),
  )
  return id
}
