import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { proposeCorrigendum, releaseCorrigendum } from '@/lib/plenary/corrigenda/commands'
import type { ProposeCorrigendum } from '@/lib/plenary/schema'

/** The corrigendum to an item that waits for its release. */
export const waiting = (itemId: string) =>
  db.proposedCorrigendum.findFirstOrThrow({
    where: { itemId, releasedAt: null, discardedAt: null },
  })

/** One person proposes a corrigendum, and the presiding officer releases it. */
export async function corrects(
  { secretariat, chair }: { secretariat: SignedIn; chair: SignedIn },
  input: ProposeCorrigendum,
): Promise<void> {
  await proposeCorrigendum(secretariat, input)
  const { id } = await waiting(input.id)
  await releaseCorrigendum(chair, { slug: input.slug, id })
}
