import http from 'node:http'

/** Whether an answer may be compressed. */
export type Encoding = 'gzip' | 'identity'

/** The result of a load: its duration, and each request's milliseconds. */
export type Load = { seconds: number; times: number[] }

/** The response of one request. */
export type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer }

/**
 * Sends a fixed number of requests over a fixed number of connections that are kept open, each when
 * the one before it was answered. Throws on any answer but 200.
 */
export async function load(
  url: string,
  about: { requests: number; connections: number; cookie?: string; encoding?: Encoding },
): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: about.connections })
  const times: number[] = []
  let left = about.requests
  const begun = performance.now()
  const connection = async () => {
    while (left-- > 0) {
      const start = performance.now()
      const { status, body } = await get(url, about.cookie, agent, about.encoding)
      if (status !== 200)
        throw new Error(`${url} answered ${status}: ${body.toString().slice(0, 200)}`)
      times.push(performance.now() - start)
    }
  }
  try {
    await Promise.all(Array.from({ length: about.connections }, connection))
  } finally {
    agent.destroy()
  }
  return { seconds: (performance.now() - begun) / 1000, times }
}

/** One request, asking for gzip as a browser does unless told otherwise; the body stays as sent. */
export function get(
  url: string,
  cookie?: string,
  agent?: http.Agent,
  encoding: Encoding = 'gzip',
): Promise<Answer> {
  const headers = { 'accept-encoding': encoding, ...(cookie && { cookie }) }
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      )
    })
    request.on('error', reject)
  })
}

/** The value in the middle. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** The value that 95 of 100 do not exceed. */
export const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)]!
