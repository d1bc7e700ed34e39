import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'

const HEALTH = '/healthz'
const instance = randomUUID()

/** Answers what a load balancer asks, and a second `npm start` in this folder; says whether it did. */
export function answerHealth(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.url !== HEALTH) return false
  const answer = (status: number, state: string) => {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify({ state, instance }))
  }
  db.$queryRaw`select 1`.then(
    () => answer(200, 'ready'),
    () => answer(503, 'the database does not answer'),
  )
  return true
}

/** Leaves a note in the data folder by which a second start finds this server; returns how to take it away. */
export function noteRunning(
  dataDir: string,
  url: string,
  host: string | undefined,
  port: number,
): () => void {
  const file = path.resolve(dataDir, 'server.json')
  const everywhere = !host || host === '::' || host === '0.0.0.0'
  const self = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(
    file,
    JSON.stringify({
      pid: process.pid,
      production: env().NODE_ENV === 'production',
      url,
      health: `http://${self}:${port}${HEALTH}`,
      instance,
    }),
  )
  return () => {
    const noted = JSON.parse(readFileSync(file, 'utf8')) as { instance?: string }
    if (noted.instance === instance) rmSync(file)
  }
}
