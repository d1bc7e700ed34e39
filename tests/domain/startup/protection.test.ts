import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { contentPolicy, protect } from '@/lib/startup/request/protection'

const production = { NODE_ENV: 'production', APP_URL: 'http://localhost:3000' } as const
const behindHttps = { NODE_ENV: 'production', APP_URL: 'https://stocktake.example' } as const

function asked(url: string, env: Parameters<typeof protect>[2], sent = {}) {
  const request = { url, headers: { ...sent } } as IncomingMessage
  const answer: Record<string, unknown> = {}
  const setHeader = (name: string, value: unknown) => (answer[name] = value)
  protect(request, { setHeader: setHeader as never }, env)
  return { request: request.headers, answer }
}
const nonceOf = (policy: unknown) => /'nonce-([^']+)'/.exec(String(policy))?.[1]

describe('the security headers', () => {
  test('a page gets a policy with a nonce of its own, and Next reads the same one', () => {
    const [first, second] = [asked('/', production), asked('/', production)]
    expect(first.answer['Content-Security-Policy']).toBe(first.request['content-security-policy'])
    expect(nonceOf(first.answer['Content-Security-Policy'])).toMatch(/^[\w+/]{22}==$/)
    expect(nonceOf(first.answer['Content-Security-Policy'])).not.toBe(
      nonceOf(second.answer['Content-Security-Policy']),
    )
  })

  test('what a browser sends under these names is replaced', () => {
    const sent = { 'content-security-policy': `script-src 'nonce-evil'`, 'x-stocktake-path': '//x' }
    const { request } = asked('/sessions', production, sent)
    expect(nonceOf(request['content-security-policy'])).not.toBe('evil')
    expect(request['x-stocktake-path']).toBe('/sessions')
  })

  test('in production nothing inline runs without the nonce, and nothing is evaluated', () => {
    expect(contentPolicy('abc', production)).not.toMatch(/unsafe|\*|https?:/)
  })

  test('https is asked for in future only where people come by https', () => {
    expect(asked('/', behindHttps).answer).toHaveProperty('Strict-Transport-Security')
    expect(asked('/', production).answer).not.toHaveProperty('Strict-Transport-Security')
  })

  test.each([
    ['/sessions/sixth?state=open', '/sessions/sixth?state=open'],
    ['/sessions/sixth?_rsc=1a2b', '/sessions/sixth'],
    ['/sessions?page=2&_rsc=1a2b', '/sessions?page=2'],
    ['/sessions?_rsc=1a2b&page=2', '/sessions?page=2'],
    ['//', '//'],
  ])('the address %s leads back to %s', (url, path) => {
    expect(asked(url, production).request['x-stocktake-path']).toBe(path)
  })

  test('lets only the form that leads to the OpenID Connect provider leave this site', () => {
    const withProvider = { ...production, OIDC_ISSUER: 'https://login.example/tenant' }
    const way = '/sign-in/single-sign-on?returnTo=%2F'
    expect(contentPolicy('abc', withProvider, way)).toContain(
      "form-action 'self' https://login.example https:;",
    )
    expect(contentPolicy('abc', withProvider, '/sign-in')).toContain("form-action 'self';")
    expect(contentPolicy('abc', production, way)).toContain("form-action 'self';")
  })
})
