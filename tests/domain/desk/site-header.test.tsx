import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, test } from 'vitest'
import { SiteFooter } from '@/components/account/site-footer'
import { SiteHeader } from '@/components/account/site-header'
import { type Actor, visitor } from '@/lib/delegations/actor'
import { htmlPage } from '@/lib/html/frame'
import { html } from '@/lib/html/safe-html'
import { inShell } from '@/lib/html/shell'
import { saidIn, saidOnce } from '@/lib/http/shell/said'
import { shellOf } from '@/lib/http/shell/shell'
import { waysOn } from '@/lib/http/shell/ways-on'

const secretariat: Actor = {
  ...visitor,
  personId: '01',
  name: 'Simon Adeyar',
  offices: [{ kind: 'secretariat', sessionId: null }],
}
/** Links in their order, each with its label. */
const linksOf = (markup: string): string[] =>
  [...markup.matchAll(/<a [^>]*?href="([^"]+)"[^>]*>(.*?)<\/a>/gs)].map(
    ([, href, inner]) =>
      `${href} ${inner!
        .replace(/<kbd.*?<\/kbd>|<svg.*?<\/svg>|<b .*?<\/b>/gs, '')
        .replace(/<[^>]*>/g, '')
        .trim()}`,
  )

test.each([
  ['a visitor', visitor],
  ['somebody without a place', { ...visitor, personId: '02', name: 'Ada Who' }],
  ['the Secretariat', secretariat],
])('%s gets the same header and footer with and without components', (_, actor) => {
  const here = { href: '/sessions/a', label: 'Sixth session' }
  const shell = shellOf(actor, { here, unread: 3 })
  const drawn = renderToStaticMarkup(
    <>
      <SiteHeader shell={shell} />
      <SiteFooter />
    </>,
  )
  const written = inShell(htmlPage({ title: 'A', content: html`` }), shell)
  const links = linksOf(written.slice(written.indexOf('<body>')))
  expect(links.length).toBeGreaterThan(8)
  expect(links).toEqual(linksOf(drawn))
  for (const page of [drawn, written]) expect(page).toContain('Times are Vienna time')
})

describe('whoever comes to an address that is not open', () => {
  it('is led to sign in and back, to the lists of everybody, or to their own desk', () => {
    const ways = (actor: Actor) => waysOn(actor, '/sessions/a/drafts').map(({ href }) => href)
    expect(ways(visitor)[0]).toBe('/sign-in?returnTo=%2Fsessions%2Fa%2Fdrafts')
    expect(ways({ ...visitor, personId: '02' })).not.toContain('/')
    expect(ways(secretariat)).toContain('/')
  })

  it('is led into the session of the address first', () => {
    const inSession = { href: '/sessions/a', label: 'Overview' }
    expect(waysOn(secretariat, '/sessions/a/drafts', inSession)[0]).toBe(inSession)
    expect(waysOn(visitor, '/sessions/a/drafts', inSession)).not.toContain(inSession)
  })
})

test('what an act says is said on the page to which it leads, with any sign', () => {
  const { name, value, path } = saidOnce('/sessions/a/proposals/1?x#y', 'Sent; “done”.')
  expect(path).toBe('/sessions/a/proposals/1')
  expect(saidIn(`a=b; ${name}=${encodeURIComponent(value)}`)).toBe('Sent; “done”.')
  expect(saidIn('said=%')).toBeNull()
  expect(saidIn(null)).toBeNull()
})
