import 'server-only'
import { type ServedForm, servedForms } from './forms'

/**
 * A file as a download of its true type, never shown in place; its name is the symbol with the language.
 * `isPublic` lets a browser keep it a minute.
 */
export function fileDownload(
  file: { form: string; hash: string; bytes: Uint8Array<ArrayBuffer> },
  { symbol, language, isPublic }: { symbol: string; language: string; isPublic: boolean },
): Response {
  const name = `${symbol.replaceAll(/[^A-Za-z0-9.]+/g, '-')}-${language}.${file.form}`
  return new Response(file.bytes, {
    headers: {
      'content-type': servedForms[file.form as ServedForm],
      'content-disposition': `attachment; filename="${name}"`,
      'content-length': String(file.bytes.length),
      'cache-control': isPublic ? 'public, max-age=60' : 'private, no-store',
      etag: `"${file.hash.slice(0, 32)}"`,
    },
  })
}

/** A file under its own name as a download of its true type, kept by no browser. */
export const heldFile = (file: {
  form: string
  name: string
  bytes: Uint8Array<ArrayBuffer>
}): Response =>
  new Response(file.bytes, {
    headers: {
      'content-type': servedForms[file.form as ServedForm],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, no-store',
    },
  })

/** "en.pdf" of an address, parsed; null if it is invalid. */
export function fileInAddress(part: string): { language: string; form: string } | null {
  const [, language, form] = /^([a-z]{2})\.([a-z]{3,4})$/.exec(part) ?? []
  return language && form && form in servedForms ? { language, form } : null
}
