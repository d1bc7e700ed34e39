import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { provideEnv } from '@/lib/env'
import { arrivalOf } from '@/lib/http/arrival'
import { receive } from '@/lib/http/receive'

const servers: http.Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** The database's clock, here the process's own. */
const clock = { timeAt: (moment: number) => new Date(moment) }
const REQUEST = 'POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 3\r\nConnection: close\r\n\r\n'

/** A server that holds the thread for so long with each act; when each request had arrived. */
async function serves(milliseconds: number) {
  provideEnv({ APP_URL: 'http://here', AUTH_SECRET: 'a secret of the tests, long enough to pass' })
  const arrivals: number[] = []
  const server = http.createServer((request, response) => {
    void receive(request, response, clock).then((received) => {
      const headers = new Headers(received?.request.headers as Record<string, string>)
      arrivals.push(arrivalOf(headers)!.getTime())
      for (const until = performance.now() + milliseconds; performance.now() < until; );
      response.end('done')
    })
  })
  servers.push(server.listen(0))
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, arrivals }
}

test('requests that come at once have arrived at once, however long the acts of the first take', async () => {
  const { port, arrivals } = await serves(40)
  const sockets = Array.from({ length: 60 }, () => net.connect(port))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  const sent = performance.now()
  for (const socket of sockets) socket.write(`${REQUEST}abc`)
  await Promise.all(sockets.map((socket) => once(socket.resume(), 'end')))
  expect(arrivals).toHaveLength(60)
  // Together the acts take 2.4 s.
  expect(Math.max(...arrivals) - sent).toBeLessThan(1_200)
})

test('a request that is begun early and ended late has arrived late', async () => {
  const { port, arrivals } = await serves(0)
  const socket = net.connect(port)
  socket.write(`${REQUEST}ab`)
  await new Promise((resume) => setTimeout(resume, 150))
  const ended = performance.now()
  socket.write('c')
  await once(socket.resume(), 'end')
  expect(arrivals[0]).toBeGreaterThanOrEqual(Math.floor(ended))
})
