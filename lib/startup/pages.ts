import http from 'node:http'
import next from 'next'
import type { DatabaseClock } from '@/lib/db/database-clock'
import type { Env } from '@/lib/env'
import { currentHealth } from '@/lib/db/health'
import { showingFailures } from '@/lib/http/failed-reading'
import { receive } from '@/lib/http/receive'
import { answerForm } from '@/lib/http/forms/scriptless-form'
import { readableAddress, refuseMethod } from '@/lib/startup/request/address'
import { refuseForeign } from '@/lib/startup/request/foreign'
import { compressed } from '@/lib/startup/request/compressed'
import { dropUnreadableState, trustOnlyProxies } from '@/lib/startup/request/headers'
import { answerHealth } from './health'
import { protect } from '@/lib/startup/request/protection'

/** The pages, answering requests of a server; `close` ends their work. */
export type Pages = { close: () => Promise<void> }

/**
 * Prepares Next and lets it answer the server's requests, after removing the headers that only a trusted proxy may set.
 * Next gets a decoy for upgrades, as it would end every foreign socket.
 */
export async function servePages(
  server: http.Server,
  env: Env,
  port: number,
  clock: DatabaseClock,
): Promise<Pages> {
  const decoy = http.createServer()
  const dev = env.NODE_ENV === 'development'
  const app = next({ dev, dir: process.cwd(), hostname: 'localhost', port, httpServer: decoy })
  await app.prepare()
  const draw = app.getRequestHandler()
  // In development Next's own page of a failure shows the place in the code.
  const answer = dev
    ? draw
    : showingFailures(draw, {
        isDatabaseAway: async () => (await currentHealth(env.DATABASE_URL!)) !== null,
        now: () => clock.timeAt(performance.now()),
      })
  server.removeAllListeners('request').on('request', (request, response) => {
    if (refuseMethod(request, response)) return
    request.url = readableAddress(request.url)
    trustOnlyProxies(request.headers, request.socket.remoteAddress, env.TRUST_PROXY)
    dropUnreadableState(request.headers)
    protect(request, response, env)
    if (answerHealth(request, response)) return
    if (refuseForeign(request, response, env.APP_URL)) return
    const fail = (error: unknown) => {
      console.error(error)
      response.destroy()
    }
    receive(request, response, clock).then((received) => {
      if (!received) return
      compressed(received.request, response, () => {
        answerForm(received, response, answer).catch(fail)
      })
    }, fail)
  })
  server.on('upgrade', (request, socket, head) => {
    if (!decoy.emit('upgrade', request, socket, head)) socket.destroy()
  })
  return { close: () => app.close() }
}
