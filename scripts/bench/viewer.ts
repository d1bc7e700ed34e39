import http from 'node:http'
import { StringDecoder } from 'node:string_decoder'

const RECONNECT = 500

/** A client of server-sent events that acts like a browser: it listens, and reconnects by itself. */
export type Viewer = {
  /** The statuses of its connections so far, each as it was answered. */
  statuses: number[]
  /** Whether its connection is open and answered as a stream. */
  isOpen: () => boolean
  close: () => void
}

/** Opens a stream and calls `hear` with the data of each message, and its arrival time. */
export function openViewer(
  url: string,
  cookie: string,
  hear: (data: string, at: number) => void,
): Viewer {
  const statuses: number[] = []
  let request: http.ClientRequest | null = null
  let open = false
  let closed = false
  let retry: NodeJS.Timeout | undefined
  const again = () => {
    open = false
    clearTimeout(retry)
    if (!closed) retry = setTimeout(connect, RECONNECT)
  }
  const connect = () => {
    request = http.get(url, { headers: { cookie, accept: 'text/event-stream' } }, (response) => {
      statuses.push(response.statusCode ?? 0)
      // As a browser: an answer that is no stream is not asked for again.
      if (response.statusCode !== 200) return void response.resume()
      open = true
      const decoder = new StringDecoder('utf8')
      let unread = ''
      response.on('data', (chunk: Buffer) => {
        const at = performance.now()
        const events = (unread + decoder.write(chunk)).split('\n\n')
        unread = events.pop()!
        for (const event of events) if (event.startsWith('data: ')) hear(event.slice(6), at)
      })
      response.on('close', again).on('error', () => {})
    })
    request.on('error', again)
  }
  connect()
  const close = () => {
    closed = true
    clearTimeout(retry)
    request?.destroy()
  }
  return { statuses, isOpen: () => open, close }
}
