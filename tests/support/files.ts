import { strToU8, zipSync } from 'fflate'

/** A small PDF, as far as its first and last bytes say so. */
export const pdf = (words = ''): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(`%PDF-1.7\n${words}\n%%EOF\n`))

/** An Office file with these parts. */
export const office = (...parts: string[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync(
      Object.fromEntries(
        ['[Content_Types].xml', ...parts].map((part) => [part, strToU8('<Types/>')]),
      ),
    ),
  )
