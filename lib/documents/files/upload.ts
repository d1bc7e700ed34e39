import 'server-only'
import { Refused } from '@/lib/errors'
import { type FileForm, formOf, MAX_FILE } from './forms'

/** A file that was sent: its name, its form by name and contents, and its bytes. */
export type SentFile = { name: string; form: FileForm; bytes: Uint8Array<ArrayBuffer> }

/** What may stand around the file in one request. */
const AROUND = 100_000

/** The fields of a form with a file. Refuses what is too large unread. */
export async function readFileForm(request: Request): Promise<FormData> {
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > MAX_FILE + AROUND) throw tooLarge()
  const form = await request.formData().catch(() => null)
  if (!form) throw new Refused('invalid', 'fileNone')
  return form
}

/** The file of a form, or null where none was chosen. Refuses, with a sentence, what `formOf` refuses. */
export async function sentFile(form: FormData, name = 'file'): Promise<SentFile | null> {
  const file = form.get(name)
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return null
  if (file.size > MAX_FILE) throw tooLarge()
  const bytes = new Uint8Array(await file.arrayBuffer())
  const found = formOf(file.name, bytes)
  if (typeof found === 'string') return { name: file.name.normalize('NFC'), form: found, bytes }
  if (found.fault === 'fileTooLarge') throw tooLarge()
  throw new Refused('invalid', found.fault, { name: shown(file.name) }, name)
}

const tooLarge = () => new Refused('invalid', 'fileTooLarge', { megabytes: MAX_FILE / 1_000_000 })

/** The name as a sentence shows it: its end, without what cannot be printed. */
const shown = (name: string): string => name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(-60)
