import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { sha256 } from '@/lib/record/record'
import { Refused } from '@/lib/errors'
import { plainText, type TextDocument } from '@/lib/text/document/document'
import { readDocument } from '@/lib/text/document/stored'

/** A wording of an item, by its number. One that is not there was never read: refused as a conflict. */
export async function findWording(tx: Tx, itemId: string, number: number) {
  const wording = await tx.consolidatedText.findUnique({
    where: { itemId_number: { itemId, number } },
  })
  if (!wording) throw new Refused('conflict', 'wordingChanged', {}, 'text')
  return { ...wording, body: readDocument(wording.body) }
}

/** Writes one wording of a consolidated item; never changed afterwards. Returns its hash. */
export async function writeWording(
  tx: Tx,
  actor: SignedIn,
  wording: {
    itemId: string
    number: number
    body: TextDocument
    reason: string
    /** The comment that proposed the wording. */
    commentId?: string | null
  },
): Promise<string> {
  const text = plainText(wording.body)
  const textHash = sha256(text)
  await tx.consolidatedText.create({
    data: { ...wording, text, textHash, createdById: actor.personId },
  })
  return textHash
}
