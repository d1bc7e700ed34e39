import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { CannotStart } from '@/lib/env'

/**
 * Listens at the address and returns the server and its port; until it gets another listener it asks for patience.
 * Throws CannotStart with one sentence if the port is taken or the address is not this machine's.
 */
export async function listen(
  port: number,
  host: string | undefined,
): Promise<{ server: http.Server; port: number }> {
  const server = http.createServer({ keepAliveTimeout: 65_000 }, askForPatience)
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new CannotStart(
        `Port ${port} is taken by another program: stop that one, or set PORT to a free one (PORT=3001 npm start).`,
      )
    throw new CannotStart(`Can't listen on ${host ?? 'any address'}, port ${port}: ${message}.`)
  }
  return { server, port: (server.address() as AddressInfo).port }
}

const askForPatience: http.RequestListener = (_, response) => {
  response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1', refresh: '1' })
  response.end('Stocktake is starting.')
}

/** Takes no new request, lets pending ones finish for `patience` milliseconds, then ends them. */
export async function stopListening(server: http.Server, patience: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const impatient = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearTimeout(impatient)
}
