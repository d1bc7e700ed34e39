import 'server-only'
import type { Tx } from '@/lib/db/client'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { orNotFound, Refused } from '@/lib/errors'
import { lockDocument } from '@/lib/documents/lock'
import { canAddFile, canPrepareDocument } from '@/lib/documents/policy'
import { record, sha256OfBytes } from '@/lib/record/record'
import type { Locale } from '@/lib/text/locales'
import type { SentFile } from './upload'

/**
 * Adds a file in one language to a document. Refuses a second one of that language and form: the earlier one is removed
 * first, or after the issue a corrigendum made. Idempotent for the same file; `isNew` is false if it was there.
 */
export function addFile(
  actor: SignedIn,
  { id, language, file }: { id: string; language: Locale; file: SentFile },
): Promise<{ isNew: boolean }> {
  return transaction(actor, async (tx) => {
    const document = await lockDocument(tx, actor, id)
    requireAllowed(canAddFile(actor, document))
    const hash = sha256OfBytes(file.bytes)
    if (await isThere(tx, id, language, file, hash)) return { isNew: false }
    const { name, form, bytes } = file
    await tx.documentFile.create({
      data: {
        documentId: id,
        language,
        form,
        name,
        size: bytes.length,
        hash,
        bytes,
        uploadedById: actor.personId,
      },
    })
    if (!document.languages.includes(language))
      await tx.document.update({
        where: { id },
        data: { languages: [...document.languages, language] },
      })
    await record(tx, actor, 'document.fileAdded', {
      sessionId: document.sessionId,
      subjectId: id,
      data: { symbol: document.symbol, language, form },
      textHash: hash,
    })
    return { isNew: true }
  })
}

async function isThere(
  tx: Tx,
  documentId: string,
  language: Locale,
  { form }: SentFile,
  hash: string,
): Promise<boolean> {
  const file = await tx.documentFile.findUnique({
    where: { documentId_language_form: { documentId, language, form } },
    select: { hash: true },
  })
  if (file && file.hash !== hash) throw new Refused('conflict', 'fileThere', { form })
  return file !== null
}

/** Removes a file of a document that is not issued. */
export function removeFile(
  actor: SignedIn,
  { id }: { id: string },
): Promise<{ documentId: string }> {
  return transaction(actor, async (tx) => {
    const where = { id }
    const file = orNotFound(
      await tx.documentFile.findUnique({ where, select: { documentId: true } }),
    )
    const document = await lockDocument(tx, actor, file.documentId)
    requireAllowed(canPrepareDocument(actor, document))
    const { language, form } = orNotFound(
      await tx.documentFile.findUnique({ where, select: { language: true, form: true } }),
    )
    await tx.documentFile.delete({ where })
    await record(tx, actor, 'document.fileRemoved', {
      sessionId: document.sessionId,
      subjectId: document.id,
      data: { symbol: document.symbol, language, form },
    })
    return { documentId: document.id }
  })
}
