import { describe, expect, test } from 'vitest'
import { isOriginOf } from '@/lib/auth/own-origin'
import { paths, safeReturn } from '@/lib/paths'

describe('the address to which a sign-in returns', () => {
  test.each(['/', '/sessions', '/sessions/sixth?state=open&page=2', '/sessions/sixth#comment-1'])(
    '%s stays',
    (address) => expect(safeReturn(address)).toBe(address),
  )

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    'sessions',
    '',
    `/${'a'.repeat(600)}`,
    undefined,
    ['/sessions'],
  ])('%j leads home', (address) => expect(safeReturn(address)).toBe('/'))

  test('an address that only looks inside once it is resolved never leaves the site', () => {
    for (const address of ['/..//evil.example', '/.//evil.example', '/a/..//evil.example'])
      expect(safeReturn(address)).toBe('/')
  })

  test('the sign-in page carries it encoded', () => {
    expect(paths.signIn('/sessions?a=b&c')).toBe('/sign-in?returnTo=%2Fsessions%3Fa%3Db%26c')
  })
})

describe('the origin of a request that changes something', () => {
  const site = 'https://stocktake.example'
  test.each([
    [site, site, true],
    [site, 'https://evil.example', false],
    [site, 'http://stocktake.example', false],
    [site, 'https://stocktake.example.evil.example', false],
    [site, 'https://stocktake.example/', false],
    [site, 'null', false],
    [site, null, false],
    [undefined, site, false],
    ['http://localhost:3000', 'http://127.0.0.1:3000', true],
    ['http://localhost:3000', 'http://127.0.0.1:4000', false],
  ])('of %s, %s: %s', (ownSite, origin, same) => expect(isOriginOf(ownSite, origin)).toBe(same))
})
