import type http from 'node:http'
import { saidCookie } from '@/lib/http/shell/said'

/** An answer that is not sent yet. */
export type Held = {
  status: number
  text: () => string
  send: () => void
  replace: (status: number, page: string, headers?: http.OutgoingHttpHeaders) => void
  /** Sends the browser to a page that says the message once. */
  redirect: (address: string, message: string) => void
}

const HELD = ['writeHead', 'write', 'end', 'flushHeaders'] as const

/** Buffers the written answer, so that another can be sent instead. */
export const holdAnswer = async (
  response: http.ServerResponse,
  write: () => Promise<void>,
): Promise<Held> => (await holdAnswerIf(() => true, response, write))!

/** The same for an answer with such a status; any other is sent as it is written, and null is returned. */
export async function holdAnswerIf(
  isHeld: (status: number) => boolean,
  response: http.ServerResponse,
  write: () => Promise<void>,
): Promise<Held | null> {
  const methods = Object.fromEntries(
    HELD.map((name) => [name, Reflect.get(response, name) as unknown]),
  )
  const pieces: Buffer[] = []
  const take = (piece: unknown, encoding?: unknown): void => {
    if (typeof piece === 'string')
      pieces.push(
        Buffer.from(piece, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'),
      )
    else if (piece instanceof Uint8Array) pieces.push(Buffer.from(piece))
  }
  let isPassed: boolean | null = null
  /** Decides at the first word of the answer; one that is not held goes on by the response's own methods. */
  const passes = (status = response.statusCode): boolean => {
    isPassed ??= !isHeld(status)
    if (isPassed) Object.assign(response, methods)
    return isPassed
  }
  /** Says it by the response's own method. */
  const own = (name: (typeof HELD)[number], said: readonly unknown[]): unknown => {
    const method = Reflect.get(response, name) as (...said: unknown[]) => unknown
    return Reflect.apply(method, response, said)
  }
  const ended = new Promise<void>((resolve) => {
    response.once('close', resolve)
    Object.assign(response, {
      writeHead: (status: number, ...rest: unknown[]) => {
        if (passes(status)) return own('writeHead', [status, ...rest])
        response.statusCode = status
        const headers = rest.at(-1)
        if (typeof headers === 'object' && headers !== null)
          for (const [name, value] of Object.entries(headers as http.OutgoingHttpHeaders))
            if (value !== undefined) response.setHeader(name, value)
        return response
      },
      write: (...said: unknown[]) => {
        if (passes()) return own('write', said)
        take(said[0], said[1])
        return true
      },
      end: (...said: unknown[]) => {
        if (passes()) return own('end', said)
        if (typeof said[0] !== 'function') take(said[0], said[1])
        resolve()
        return response
      },
      flushHeaders: () => {
        if (passes()) response.flushHeaders()
      },
    })
  })
  // Next's own promise waits until the answer is sent, which is ours to do.
  const writing = write()
  await Promise.race([ended, writing.then(() => ended)])
  if (isPassed) {
    await writing
    return null
  }
  writing.catch(() => {})
  Object.assign(response, methods)
  const send = (body: Buffer) => void response.end(body)
  const forgetPage = () => {
    for (const name of ['location', 'content-length', 'etag', 'refresh'])
      response.removeHeader(name)
  }
  return {
    status: response.statusCode,
    text: () => Buffer.concat(pieces).toString('utf8'),
    send: () => send(Buffer.concat(pieces)),
    replace: (status, page, headers = {}) => {
      response.statusCode = status
      forgetPage()
      for (const [name, value] of Object.entries(headers))
        if (value !== undefined) response.setHeader(name, value)
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader('cache-control', 'no-store')
      send(Buffer.from(page))
    },
    redirect: (address, message) => {
      response.statusCode = 303
      forgetPage()
      response.setHeader('location', address)
      response.appendHeader('set-cookie', saidCookie(address, message))
      send(Buffer.alloc(0))
    },
  }
}
