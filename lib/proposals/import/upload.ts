import 'server-only'
import { Refused } from '@/lib/errors'
import { MAX_IMPORT } from './format'

/** The file of an upload and, for CSV, what the form says of the session. Refuses what is too large unread. */
export async function readUpload(
  request: Request,
): Promise<{ bytes: Uint8Array; session: Record<string, unknown> }> {
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > MAX_IMPORT + 100_000) throw new Refused('invalid', 'importTooLarge')
  const form = await request.formData().catch(() => null)
  const file = form?.get('file')
  if (!form || !(file instanceof File)) throw new Refused('invalid', 'importNoFile')
  const { ordinal, title, place, startsOn, endsOn } = Object.fromEntries(form)
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    session: { ordinal, title, place, startsOn, endsOn },
  }
}
