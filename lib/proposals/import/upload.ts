import 'server-only'
import { Refused } from '@/lib/errors'
import { MAX_IMPORT } from './format'

/** The file of an upload. Refuses a too large file unread, and a form without a file. */
export async function readUpload(
  request: Request,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > MAX_IMPORT + 100_000) throw new Refused('invalid', 'importTooLarge')
  const form = await request.formData().catch(() => null)
  const file = form?.get('file')
  if (!(file instanceof File) || file.size === 0) throw new Refused('invalid', 'importNoFile')
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
