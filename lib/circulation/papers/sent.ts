import 'server-only'
import { asId, Refused } from '@/lib/errors'
import { FILE_LIMITS } from '@/lib/text/files/archive'
import { isBlank } from '@/lib/text/characters'
import { translations } from '@/lib/messages'
import { type EnterPaper, PASTE_LIMIT } from './schema'

/** What the form of a paper sends: a file, or a pasted text as one. Refuses what is too large unread, and nothing at all. */
export async function readSent(request: Request): Promise<Omit<EnterPaper, 'circulationId'>> {
  const tooLarge = new Refused('invalid', 'files.tooLarge', {
    megabytes: FILE_LIMITS.bytes / 1_000_000,
  })
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > FILE_LIMITS.bytes + 1_000_000) throw tooLarge
  const form = await request.formData().catch(() => null)
  const word = (name: string) => {
    const value = form?.get(name)
    return typeof value === 'string' ? value : ''
  }
  const about = { delegationId: asId(word('delegationId')), receivedAt: word('receivedAt') }
  const file = form?.get('file')
  if (file instanceof File && file.size > 0)
    return { ...about, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  const text = word('text')
  if (isBlank(text)) throw new Refused('invalid', 'files.none')
  if (text.length > PASTE_LIMIT) throw tooLarge
  return {
    ...about,
    fileName: `${translations('papers')('pasted')}.txt`,
    bytes: new TextEncoder().encode(text.replace(/\r\n?/g, '\n')),
  }
}
