import type { IncomingHttpHeaders } from 'node:http'
import { withoutPort } from '@/lib/auth/throttle/network'

const INTERNAL = /^x-(middleware|now|invoke|matched|nextjs-postponed|stocktake)(-|$)/
const FORWARDED = /^(x-forwarded-.*|forwarded|x-real-ip)$/

/**
 * Removes from a request the headers that only a trusted proxy, Next or this server itself may set, as Next believes
 * X-Forwarded-Host in its origin check. Afterwards X-Forwarded-For is one address: the socket's, or the one that the
 * outermost of `proxies` trusted proxies saw.
 */
export function trustOnlyProxies(
  headers: IncomingHttpHeaders,
  socketAddress: string | undefined,
  proxies: number,
): void {
  const hops = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(withoutPort)
    .filter(Boolean)
  for (const name of Object.keys(headers))
    if (INTERNAL.test(name) || (proxies === 0 && FORWARDED.test(name))) delete headers[name]
  headers['x-forwarded-for'] =
    (proxies > 0 && hops.at(-Math.min(proxies, hops.length))) || socketAddress || 'unknown'
}

const STATE = 'next-router-state-tree'

/**
 * Takes away a router state that says nothing: Next would answer it with an error, and answers a request
 * without one with the whole page.
 */
export function dropUnreadableState(headers: IncomingHttpHeaders): void {
  const state = headers[STATE]
  if (state !== undefined && !isState(String(state))) delete headers[STATE]
}

function isState(value: string): boolean {
  try {
    const tree: unknown = JSON.parse(decodeURIComponent(value))
    return Array.isArray(tree) && tree.length > 1 && typeof tree[1] === 'object'
  } catch {
    return false
  }
}
