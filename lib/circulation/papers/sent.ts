import 'server-only'
import { Refused } from '@/lib/errors'
import { FILE_LIMITS } from '@/lib/text/files/archive'
import { isBlank } from '@/lib/text/characters'
import { translations } from '@/lib/messages'
import { type EnterPaper, PASTE_LIMIT } from './schema'

/** The content of a paper form: a file, or a pasted text as one. Refuses a large or empty one. */
export async function readSent(
  text: string,
  form: FormData,
): Promise<Pick<EnterPaper, 'fileName' | 'bytes'>> {
  const tooLarge = (field: string) =>
    new Refused('invalid', 'files.tooLarge', { megabytes: FILE_LIMITS.bytes / 1_000_000 }, field)
  const file = form.get('file')
  if (file instanceof File && file.size > 0) {
    if (file.size > FILE_LIMITS.bytes) throw tooLarge('file')
    return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  }
  if (isBlank(text)) throw new Refused('invalid', 'files.none', {}, 'file')
  if (text.length > PASTE_LIMIT) throw tooLarge('text')
  return {
    fileName: `${translations('papers')('pasted')}.txt`,
    bytes: new TextEncoder().encode(text.replace(/\r\n?/g, '\n')),
  }
}
