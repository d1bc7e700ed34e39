import 'server-only'
import { Refused } from '@/lib/errors'
import { type FileForm, formOf, MAX_FILE } from './forms'

/** A file that was sent: its name, its form by name and contents, and its bytes. */
export type SentFile = { name: string; form: FileForm; bytes: Uint8Array<ArrayBuffer> }

/** The file of a form. Refuses a form without one, beside its field, and as `sentFile` does. */
export async function requiredFile(form: FormData, name = 'file'): Promise<SentFile> {
  const file = await sentFile(form, name)
  if (!file) throw new Refused('invalid', 'fileNone', {}, name)
  return file
}

/** The file of a form, or null without one. Refuses, with a sentence, as `formOf` does. */
export async function sentFile(form: FormData, name = 'file'): Promise<SentFile | null> {
  const file = form.get(name)
  if (!(file instanceof File) || isNone(file)) return null
  if (file.size > MAX_FILE) throw tooLarge(name)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const result = formOf(file.name, bytes)
  if (typeof result === 'string') return { name: file.name.normalize('NFC'), form: result, bytes }
  if (result.fault === 'fileTooLarge') throw tooLarge(name)
  throw new Refused('invalid', result.fault, { name: printable(file.name) }, name)
}

/**
 * Whether a field was sent without a file. A browser sends an empty file without a name; React reads that missing name
 * as "undefined" where the form is sent by script.
 */
const isNone = ({ size, name }: File): boolean =>
  size === 0 && (name === '' || name === 'undefined')

const tooLarge = (field: string) =>
  new Refused('invalid', 'fileTooLarge', { megabytes: MAX_FILE / 1_000_000 }, field)

/** The name for a sentence: its end, without unprintable characters. */
const printable = (name: string): string => name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(-60)
