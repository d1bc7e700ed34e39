import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** A browser's connection is kept longer than any pause of a benchmark. */
const KEPT = 120_000

/** One address in front of several instances. */
export type RoundRobin = {
  url: string
  /** The instances that requests go to, in turn; one that does not answer is passed over. */
  instances: string[]
  stop: () => Promise<void>
}

/**
 * The smallest load balancer: each request goes to the next instance, whole answers and streams alike.
 * Listens at the port, by itself at any free one.
 */
export async function startRoundRobin(port = 0): Promise<RoundRobin> {
  const instances: string[] = []
  let turn = 0
  // An idle connection may be closed at the moment in which it is used again: none is kept.
  const agent = new http.Agent({ keepAlive: false })
  const server = http.createServer((request, response) => {
    const first = turn++
    const pass = (attempt: number) => {
      const instance = instances[(first + attempt) % instances.length]
      if (!instance || attempt >= instances.length) return response.writeHead(502).end()
      const { method, headers } = request
      const onward = http.request(
        `${instance}${request.url}`,
        { method, headers, agent },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.on('error', () => response.destroy()).pipe(response)
          response.on('close', () => answer.destroy())
        },
      )
      onward.on('error', (error: NodeJS.ErrnoException) => {
        // Nothing of the request was sent to an instance that is not there.
        if (error.code === 'ECONNREFUSED') pass(attempt + 1)
        else response.destroy()
      })
      onward.on('socket', (socket) => {
        if (socket.connecting) socket.once('connect', () => request.pipe(onward))
        else request.pipe(onward)
      })
    }
    pass(0)
  })
  server.keepAliveTimeout = KEPT
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${address.port}`, instances, stop }
}
