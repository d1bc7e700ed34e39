import http from 'node:http'

/** The bounds of one request: its size, and its time to arrive. */
export type Bounds = {
  bytes: number
  fields: number
  /** References from one field to others in the output of React's `encodeReply`; each costs a pass over all fields. */
  references: number
  milliseconds: number
}

/** A visitor sends an address, a password and a link. */
export const VISITOR: Bounds = {
  bytes: 64_000,
  fields: 100,
  references: 100,
  milliseconds: 30_000,
}

/** The largest form of a person who is signed in: a joining desk with a long text and many amendments. */
export const SIGNED_IN: Bounds = {
  bytes: 4_200_000,
  fields: 5_000,
  references: 200,
  milliseconds: 120_000,
}

/**
 * A file, and the form around it. The bytes of a file are counted too, so the bound of references is wide: with so few
 * fields each costs little.
 */
export const UPLOAD: Bounds = {
  ...SIGNED_IN,
  bytes: 8_200_000,
  fields: 100,
  references: 5_000,
}

/** The reason to refuse a body unread or half read. `busy`: other bodies fill the memory bound of the process. */
export type Excess = 'tooLarge' | 'tooManyFields' | 'tooSlow' | 'busy' | 'aborted'

/** The maximum of bytes of all bodies that are being read or answered in this process. */
const HELD_AT_MOST = 32_000_000
let heldBytes = 0

/** A body that was read whole: its pieces, and the function to release their share of the process's memory. */
export type Body = { pieces: readonly Buffer[]; release: () => void }

/**
 * Reads the body of a request within the bounds, counting bytes, fields and references while it arrives, so that no
 * more than the bound is ever held; returns the excess otherwise. The work is linear in the bytes that arrive.
 */
export async function readBody(
  request: http.IncomingMessage,
  bounds: Bounds,
): Promise<Body | Excess> {
  if (Number(request.headers['content-length'] ?? 0) > bounds.bytes) return 'tooLarge'
  const pieces: Buffer[] = []
  const count = counters(request.headers, bounds)
  let bytes = 0
  const release = () => {
    heldBytes -= bytes
    bytes = 0
  }
  const late = AbortSignal.timeout(bounds.milliseconds)
  const end = await new Promise<Excess | 'whole'>((resolve) => {
    late.addEventListener('abort', () => resolve('tooSlow'), { once: true })
    request.once('error', () => resolve('aborted'))
    request.once('close', () => resolve('aborted'))
    request.once('end', () => resolve('whole'))
    request.on('data', (piece: Buffer) => {
      bytes += piece.length
      heldBytes += piece.length
      if (bytes > bounds.bytes) return resolve('tooLarge')
      if (heldBytes > HELD_AT_MOST) return resolve('busy')
      if (count.some((isOver) => isOver(piece))) return resolve('tooManyFields')
      pieces.push(piece)
    })
  })
  request.removeAllListeners('data')
  if (end === 'whole') return { pieces, release }
  release()
  return end
}

/** Counts the separators of fields, and references between fields; each counter says when there are too many. */
function counters(
  headers: http.IncomingHttpHeaders,
  { fields, references }: Bounds,
): ((piece: Buffer) => boolean)[] {
  const type = headers['content-type'] ?? ''
  const isAct = headers['next-action'] !== undefined
  return [
    // Each delimiter of a multipart body stands at the start of a line, whatever the boundary.
    ...(type.includes('multipart') ? [atMost('\r\n--', fields)] : []),
    ...(type.includes('urlencoded') ? [atMost('&', fields)] : []),
    // React writes a reference as "$K1", and doubles a dollar sign that begins a text.
    ...(isAct ? [atMost('"$', references)] : [atMost('$ACTION_', references)]),
  ]
}

/** Whether a word has occurred more than `most` times in the pieces given so far. */
function atMost(word: string, most: number): (piece: Buffer) => boolean {
  const needle = Buffer.from(word)
  let tail = Buffer.alloc(0)
  let count = 0
  return (piece) => {
    const text = Buffer.concat([tail, piece])
    let at = text.indexOf(needle)
    let from = 0
    for (; at >= 0 && count <= most; at = text.indexOf(needle, from)) {
      count++
      from = at + needle.length
    }
    tail = text.subarray(Math.max(from, text.length - needle.length + 1))
    return count > most
  }
}

/**
 * The same request with a body that was read already, for Next, which reads the body itself. It has the socket, so that
 * the handler sees the connection close.
 */
export function withBody(
  request: http.IncomingMessage,
  pieces: readonly Buffer[],
): http.IncomingMessage {
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } =
    request
  const whole = new http.IncomingMessage(request.socket)
  Object.assign(whole, { method, url, headers, rawHeaders })
  Object.assign(whole, { httpVersion, httpVersionMajor, httpVersionMinor, complete: true })
  for (const piece of pieces) whole.push(piece)
  whole.push(null)
  return whole
}
