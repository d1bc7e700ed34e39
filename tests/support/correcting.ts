import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { proposeCorrigendum, releaseCorrigendum } from '@/lib/plenary/corrigenda/commands'
import { sha256 } from '@/lib/record/record'
import type { ProposeCorrigendum } from '@/lib/plenary/schema'

/** The corrigendum to an item that waits for its release. */
export const waiting = (itemId: string) =>
  db.proposedCorrigendum.findFirstOrThrow({
    where: { itemId, releasedAt: null, discardedAt: null },
  })

/** The SHA-256 of an item's present text: a form sends it with a corrigendum. */
export async function overOf(itemId: string): Promise<string> {
  const { currentNumber } = await db.consolidatedItem.findUniqueOrThrow({ where: { id: itemId } })
  const corrected = await db.corrigendum.findFirst({
    where: { itemId },
    orderBy: { number: 'desc' },
  })
  const adopted = await db.consolidatedText.findFirstOrThrow({
    where: { itemId, number: currentNumber },
  })
  return sha256((corrected ?? adopted).text)
}

/** One person proposes a corrigendum, and the presiding officer releases it. */
export async function corrects(
  { secretariat, chair }: { secretariat: SignedIn; chair: SignedIn },
  input: Omit<ProposeCorrigendum, 'over'>,
): Promise<void> {
  await proposeCorrigendum(secretariat, { ...input, over: await overOf(input.id) })
  const { id } = await waiting(input.id)
  await releaseCorrigendum(chair, { slug: input.slug, id })
}
