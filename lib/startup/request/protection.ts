import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Env } from '@/lib/env'
import { paths } from '@/lib/paths'

type Setting = Pick<Env, 'NODE_ENV' | 'APP_URL'> & { OIDC_ISSUER?: string | undefined }

const FIXED = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/**
 * Gives an answer its security headers, and a page its content policy with its own nonce. The request gets the policy
 * too, for Next to read the nonce, and the page's address under `x-stocktake-path`, to which a person returns after
 * signing in.
 */
export function protect(
  request: IncomingMessage,
  response: Pick<ServerResponse, 'setHeader'>,
  env: Setting,
): void {
  for (const [name, value] of Object.entries(FIXED)) response.setHeader(name, value)
  if (isHttps(env)) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
  if (request.url?.startsWith('/_next/static/')) return
  const policy = contentPolicy(randomBytes(16).toString('base64'), env, request.url)
  request.headers['content-security-policy'] = policy
  request.headers['x-stocktake-path'] = pathOf(request.url)
  response.setHeader('Content-Security-Policy', policy)
}

/**
 * Scripts run by their nonce alone, styles come from this site, forms go nowhere else (except to the OpenID Connect
 * provider, which may redirect) and no site frames a page. Only in development do React's tools get `eval` and inline
 * styles.
 */
export function contentPolicy(nonce: string, env: Setting, url = '/'): string {
  const dev = env.NODE_ENV === 'development'
  return [
    `default-src 'self'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' ${dev ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    `img-src 'self' data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'${formsLeave(env, url)}`,
    `frame-ancestors 'none'`,
    ...(isHttps(env) ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** The issuer itself and any site by https: a provider may send people on to their own organisation's. */
const formsLeave = ({ OIDC_ISSUER }: Setting, url: string): string =>
  OIDC_ISSUER && url.split('?')[0] === paths.singleSignOnPage
    ? ` ${new URL(OIDC_ISSUER).origin} https:`
    : ''

const isHttps = ({ APP_URL }: Setting): boolean => APP_URL?.startsWith('https:') ?? false

/** The requested address, without the additions of Next's own router. */
const pathOf = (url = '/'): string =>
  url.replace(/([?&])_rsc=[^&]*(?:&|$)/, '$1').replace(/[?&]$/, '')
