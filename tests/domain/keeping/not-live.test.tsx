import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { NotLive } from '@/components/live/not-live'
import { streamAnswer } from '@/components/live/stream-answer'
import type { Cut } from '@/components/live/use-live'
import { ClientMessages } from '@/components/messages/client-messages'

const since = new Date('2026-11-30T07:36:39Z')
const said = (end: Cut['end']) =>
  renderToStaticMarkup(
    <ClientMessages namespaces={['live']}>
      <NotLive cut={{ since, end }} />
    </ClientMessages>,
  )

test('a page that is cut off says since when, by the clock of the seat and with its name', () => {
  expect(said(null)).toContain('Not live since 08:36 (Vienna time).')
})

test('a page that stays cut off says why and what to do, and promises no reconnection', () => {
  expect(said('signedOut')).toMatch(
    /not signed in any more.*08:36.*href="\/sign-in".*Sign in again/,
  )
  expect(said('notOpen')).toMatch(/not open to you any more.*08:36.*Open the page again/)
  for (const end of ['signedOut', 'notOpen'] as const) expect(said(end)).not.toContain('reconnect')
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const json = (status: number) => Response.json({ reason: 'not-found' }, { status })
test.each([
  ['opens', () => new Response('', { headers: { 'content-type': 'text/event-stream' } })],
  ['signedOut', () => json(401)],
  ['notOpen', () => json(403)],
  ['notOpen', () => json(404)],
  ['away', () => json(500)],
  ['away', () => new Response(null, { status: 429 })],
  // A proxy whose server restarts.
  ['away', () => new Response('no backend', { status: 404 })],
  ['away', () => Promise.reject(new TypeError('no line'))],
])('a stream that did not open: %s', async (expected, answer) => {
  const fetched = vi.fn(async () => answer())
  vi.stubGlobal('fetch', fetched)
  const asking = new AbortController()
  expect(await streamAnswer('/stream', asking)).toBe(expected)
  expect(asking.signal.aborted).toBe(true)
})
