import { afterAll, beforeAll, expect, test } from 'vitest'
import { castDelegations } from '@/lib/demonstration/cast'
import { CLIENT, startIdentityProvider } from '@/tests/support/identity-provider'
import { filledFolder, startServer } from '@/tests/support/machine'

const { head } = castDelegations.arvenia.people

let provider: Awaited<ReturnType<typeof startIdentityProvider>>
beforeAll(async () => {
  provider = await startIdentityProvider()
})
afterAll(() => provider.stop())

/** A browser that keeps its cookies, follows redirects and returns the final address. */
function browser() {
  const cookies = new Map<string, string>()
  type Arrived = { address: string; page: string }
  const get = async (address: string, sent: RequestInit = {}): Promise<Arrived> => {
    const cookie = Array.from(cookies, (pair) => pair.join('=')).join('; ')
    const headers = new Headers(sent.headers)
    headers.set('cookie', cookie)
    const answer = await fetch(address, { ...sent, redirect: 'manual', headers })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/max-age=0|01 Jan 1970/i.test(line)) cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    const location = answer.headers.get('location')
    if (location) return get(new URL(location, address).href)
    return { address, page: await answer.text() }
  }
  /** Presses the button of the first form on the page at the address. */
  const press = async (address: string): Promise<Arrived> => {
    const { page } = await get(address)
    const form = /<form[^>]* action="([^"]+)"[^]*?<\/form>/.exec(page)
    if (!form) return expect.fail('there is no form')
    const fields = Array.from(form[0].matchAll(/name="([^"]+)" value="([^"]*)"/g))
    const body = new URLSearchParams(fields.map(([, name, value]) => [name!, value!]))
    const headers = { origin: new URL(address).origin }
    return get(new URL(form[1]!, address).href, { method: 'POST', body, headers })
  }
  return { get, press, cookies }
}

test('who is known by the address that a provider vouches for is let in, and nobody else', async () => {
  const server = startServer({
    DATA_DIR: filledFolder(),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_NAME: 'The common sign-in',
  })
  const site = await server.ready()
  const way = `${site}/sign-in/single-sign-on?returnTo=%2Faccount`
  expect((await browser().get(`${site}/sign-in`)).page).toContain('The common sign-in')

  provider.vouchesFor({ email: head.email.toUpperCase(), email_verified: true })
  const known = browser()
  const arrived = await known.press(way)
  expect(arrived.address).toBe(`${site}/account`)
  expect(arrived.page).toContain(head.name)

  for (const [claims, sentence] of [
    [{ email: 'nobody@elsewhere.example', email_verified: true }, 'is not registered here'],
    [{ email: head.email, email_verified: false }, 'did not confirm an e-mail address'],
    [{ email: head.email, email_verified: 'false' }, 'did not confirm an e-mail address'],
    [{}, 'did not confirm an e-mail address'],
  ] as const) {
    provider.vouchesFor(claims)
    const secondBrowser = browser()
    const refused = await secondBrowser.press(way)
    expect(new URL(refused.address).pathname).toBe('/sign-in')
    expect(refused.page).toContain(sentence)
    expect(refused.page, 'another way in leads to the same page').toMatch(
      /single-sign-on\?returnTo=[^"]*account/,
    )
    expect(secondBrowser.cookies.has('stocktake')).toBe(false)
  }

  // An answer that the browser did not request: a foreign code, or a used one.
  const stolen = `${site}/api/auth/callback/oidc?code=one&state=two`
  expect(new URL((await browser().get(stolen)).address).pathname).toBe('/sign-in')
  // Neither another site's page nor a form without next-auth's token may start a sign-in.
  const authorize = `${site}/api/auth/signin/oidc`
  const foreign = { method: 'POST', headers: { origin: 'https://elsewhere.example' } }
  expect((await fetch(authorize, foreign)).status).toBe(403)
  const ownRequest = { method: 'POST', headers: { origin: site } }
  expect(new URL((await browser().get(authorize, ownRequest)).address).pathname).toBe('/sign-in')
})
