import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { env } from '@/lib/env'
import { currentHealth } from '@/lib/db/health'

const HEALTH = '/healthz'
const NOT_WRITABLE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS'])
const instance = randomUUID()

/**
 * Answers a load balancer, and a second `npm start` in this folder, within three seconds; returns whether
 * the request was for this.
 */
export function answerHealth(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.url !== HEALTH) return false
  void currentHealth(env().DATABASE_URL!).then((fault) => {
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
    response.writeHead(fault ? 503 : 200, headers)
    response.end(JSON.stringify({ state: fault ?? 'ready', instance }))
  })
  return true
}

/**
 * Leaves a note in the data folder by which a second start finds this server; returns how to take it away. Where the
 * folder cannot be written there is no note: with a database of one's own nothing else is kept in it.
 */
export function noteRunning(
  dataDir: string,
  url: string,
  host: string | undefined,
  port: number,
): () => void {
  const file = path.resolve(dataDir, 'server.json')
  const everywhere = !host || host === '::' || host === '0.0.0.0'
  const self = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const note = {
    pid: process.pid,
    production: env().NODE_ENV === 'production',
    url,
    health: `http://${self}:${port}${HEALTH}`,
    instance,
  }
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(note))
  } catch (error) {
    if (!NOT_WRITABLE.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    return () => {}
  }
  return () => {
    const noted = JSON.parse(readFileSync(file, 'utf8')) as { instance?: string }
    if (noted.instance === instance) rmSync(file)
  }
}
