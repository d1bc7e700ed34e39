import type { IncomingHttpHeaders } from 'node:http'
import { expect, test } from 'vitest'
import { dropUnreadableState, trustOnlyProxies } from '@/lib/startup/request/headers'

/** The remaining headers of a request over this socket, behind so many trusted proxies. */
function left(proxies: number, sent: IncomingHttpHeaders, socket = '10.0.0.9') {
  const headers = { ...sent }
  trustOnlyProxies(headers, socket, proxies)
  return headers
}

test.each([
  [0, '203.0.113.1', '10.0.0.9'],
  [1, undefined, '10.0.0.9'],
  [1, '203.0.113.1', '203.0.113.1'],
  [1, 'forged, 203.0.113.1', '203.0.113.1'],
  [2, 'forged, 203.0.113.1, 10.0.0.2', '203.0.113.1'],
  [2, '203.0.113.1', '203.0.113.1'],
  [1, '203.0.113.1:4711', '203.0.113.1'],
  [1, '[2001:db8::7]:4711', '2001:db8::7'],
  [1, '"[2001:db8::7]"', '2001:db8::7'],
  [1, '2001:db8::7', '2001:db8::7'],
  [2, 'forged, 203.0.113.1:80, 10.0.0.2:443', '203.0.113.1'],
])('behind %i proxies, “%s” says that %s asks', (proxies, forwarded, address) => {
  const sent = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  expect(left(proxies, sent)['x-forwarded-for']).toBe(address)
})

test('without a proxy of one’s own nobody says by which name the site was asked', () => {
  const sent = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'x' }
  expect(Object.keys(left(0, sent))).toEqual(['x-forwarded-for'])
  expect(left(1, sent)).toMatchObject(sent)
})

test('what Next and this server tell themselves is taken from everybody', () => {
  const sent = {
    'x-middleware-subrequest': 'a',
    'x-invoke-path': '/mail',
    'x-matched-path': '/x',
    'x-stocktake-arrived': '0',
    'x-stocktake-path': '/elsewhere',
  }
  for (const proxies of [0, 1])
    expect(Object.keys(left(proxies, sent))).toEqual(['x-forwarded-for'])
})

test.each(['%7B', '', '%', '1', '%5B%5D', '%5B1%5D', 'null'])(
  'a router state that says nothing is taken away: %s',
  (state) => {
    const headers = { 'next-router-state-tree': state }
    dropUnreadableState(headers)
    expect(headers).toEqual({})
  },
)

test('a router state of a browser stays', () => {
  const state = encodeURIComponent(JSON.stringify(['', { children: ['sessions', {}] }, null, null]))
  const headers = { 'next-router-state-tree': state }
  dropUnreadableState(headers)
  expect(headers).toEqual({ 'next-router-state-tree': state })
})
