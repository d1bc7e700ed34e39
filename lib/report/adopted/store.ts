import 'server-only'
import { createHash } from 'node:crypto'
import type { Tx } from '@/lib/db/client'

type Stored = {
  documentId: string
  form: string
  name: string
  body: Uint8Array | string
  personId: string
}

/** Stores a file of a document as it was made, with its SHA-256; the database refuses any change of it. */
export async function storeFile(
  tx: Tx,
  { documentId, form, name, body, personId }: Stored,
): Promise<void> {
  const bytes = Uint8Array.from(Buffer.from(body))
  await tx.documentFile.create({
    data: {
      documentId,
      language: 'en',
      form,
      name,
      size: bytes.length,
      hash: createHash('sha256').update(bytes).digest('hex'),
      bytes,
      uploadedById: personId,
    },
  })
}
