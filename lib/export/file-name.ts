import { createHash } from 'node:crypto'

/**
 * The name under which a browser keeps a file: `name` with the first eight digits of the content's SHA-256 before its
 * ending, so that two files with different contents never have the same name.
 */
export function fileName(name: string, body: Uint8Array | string): string {
  const mark = createHash('sha256').update(body).digest('hex').slice(0, 8)
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)}-${mark}${name.slice(dot)}`
}

/** The header that lets a browser keep a file under that name. */
export const asAttachment = (name: string, body: Uint8Array | string): string =>
  `attachment; filename="${fileName(name, body)}"`
