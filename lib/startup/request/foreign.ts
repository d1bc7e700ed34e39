import type { IncomingMessage, ServerResponse } from 'node:http'
import { isOriginOf } from '@/lib/auth/own-origin'
import { translations } from '@/lib/messages'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Answers a cross-site request with one sentence, and returns whether it did. Next would fail loudly. A request with
 * the installation's own address as origin passes, also if a proxy wrote another name into Host; a request by a name
 * that the configuration does not know is refused later, by `formAction` and `handler`, with the typed words.
 */
export function refuseForeign(
  { method = 'GET', headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  response: Pick<ServerResponse, 'writeHead' | 'end'>,
  site: string | undefined,
): boolean {
  const { origin, host } = headers
  if (READS.has(method) || origin === undefined) return false
  if (isOriginOf(site, origin)) {
    headers['x-forwarded-host'] = new URL(origin).host
    return false
  }
  const requestHost = headers['x-forwarded-host'] ?? host
  if (URL.canParse(origin) && new URL(origin).host === requestHost) return false
  response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(translations('refusals')('foreignOrigin'))
  return true
}
