import type { IncomingMessage, ServerResponse } from 'node:http'

/** A path without a page: Next answers "not found". */
const NOWHERE = '/nowhere'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * The requested address, or one of no page if its path can't be decoded (percent signs that are no UTF-8), or if NUL,
 * which PostgreSQL refuses, is anywhere in it.
 */
export function readableAddress(url = '/'): string {
  if (/%00/.test(url)) return NOWHERE
  try {
    decodeURIComponent(url.split('?')[0]!)
    return url
  } catch {
    return NOWHERE
  }
}

/** Answers 405 to a method that no page and no handler knows (TRACE would send cookies back), and says whether it did. */
export function refuseMethod(
  { method = 'GET' }: Pick<IncomingMessage, 'method'>,
  response: Pick<ServerResponse, 'writeHead' | 'end'>,
): boolean {
  if (METHODS.includes(method)) return false
  response.writeHead(405, { allow: METHODS.join(', ') })
  response.end()
  return true
}
