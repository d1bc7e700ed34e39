import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { sha256 } from '@/lib/record'
import { parseDocument, parsePlainText, plainText, type TextDocument } from '@/lib/text/document'

/** The document that a form's wording says: the editor's JSON, else plain text. Refuses as `parseDocument`. */
export const readWording = (
  { body, text }: { body: string; text: string },
  locale: string,
): TextDocument => (body ? parseDocument(body, { locale }) : parsePlainText(text, { locale }))

/** Writes one wording of a consolidated item; never changed afterwards. Returns its hash. */
export async function writeWording(
  tx: Tx,
  actor: SignedIn,
  wording: { itemId: string; number: number; body: TextDocument; reason: string },
): Promise<string> {
  const text = plainText(wording.body)
  const textHash = sha256(text)
  await tx.consolidatedText.create({
    data: { ...wording, text, textHash, createdById: actor.personId },
  })
  return textHash
}
