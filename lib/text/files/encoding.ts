/** The decoding of the bytes of a text file, as a key of the messages `encodings`. */
export type Encoding = 'utf8' | 'utf8Bom' | 'utf16' | 'windows1252'

/**
 * Decodes a text file: UTF-8 with or without a byte order mark, UTF-16 with one or in plain words, else
 * Windows-1252. Bytes that are broken UTF-8 become U+FFFD, so that their lines can be named.
 */
export function decodeFile(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { text: decoded(bytes, 'utf-8'), encoding: 'utf8Bom' }
  const order = utf16Of(bytes)
  if (order) return { text: decoded(bytes, order), encoding: 'utf16' }
  if (isUtf8(bytes) || hasUtf8Letters(bytes))
    return { text: decoded(bytes, 'utf-8'), encoding: 'utf8' }
  return { text: fromWindows1252(bytes), encoding: 'windows1252' }
}

const decoded = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes)

// Characters at 80 to 9F; Node 20's own decoder leaves these bytes as control characters.
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const fromWindows1252 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252[byte - 0x80]! : String.fromCharCode(byte),
  ).join('')

const SAMPLE = 2_000

/** UTF-16 by its byte order mark, or because every other byte of Latin words is zero. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1
  })
  const [even, odd] = zeros as [number, number]
  if (odd > sample.length / 4 && even === 0) return 'utf-16le'
  if (even > sample.length / 4 && odd === 0) return 'utf-16be'
  return null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Whether some letters beyond ASCII are whole in UTF-8: then the file is UTF-8 that was damaged. */
const hasUtf8Letters = (bytes: Uint8Array): boolean =>
  /[^\u0000-\u007F\uFFFD]/.test(new TextDecoder('utf-8').decode(bytes))

/** A text with uniform line ends, as a form and a file may not send them. */
export const oneLineEnd = (text: string): string => text.replace(/\r\n?/g, '\n')
