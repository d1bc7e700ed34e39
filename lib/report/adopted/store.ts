import 'server-only'
import type { Tx } from '@/lib/db/client'
import { paperToPdf } from '@/lib/export/pdf/write'
import { paperToDocx } from '@/lib/export/word'
import type { Paper } from '@/lib/export/paper'
import { sha256OfBytes } from '@/lib/record/record'

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
      hash: sha256OfBytes(bytes),
      bytes,
      uploadedById: personId,
    },
  })
}

/** Stores a paper as Word and PDF files of its document, named by the symbol. */
export async function storePaper(
  tx: Tx,
  {
    document,
    paper,
    personId,
  }: { document: { id: string; symbol: string }; paper: Paper; personId: string },
): Promise<void> {
  const forms = { docx: await paperToDocx(paper), pdf: await paperToPdf(paper) }
  for (const [form, body] of Object.entries(forms)) {
    const name = `${document.symbol.replaceAll('/', '-')}.${form}`
    await storeFile(tx, { documentId: document.id, form, name, body, personId })
  }
}
