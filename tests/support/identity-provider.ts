import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export const CLIENT = { id: 'stocktake', secret: 'a-secret-between-the-two' }

type Claims = Record<string, unknown>
type Asked = { challenge: string; nonce: string; redirectUri: string }

/**
 * A small OpenID Connect provider that vouches for one person without asking: discovery, keys, and the
 * authorization code flow with PKCE, whose proofs it checks.
 */
export async function startIdentityProvider() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, Asked>()
  const vouched: { claims: Claims } = { claims: {} }

  const server = createServer((request, response) => {
    answer(request).then(
      ({ status = 200, location, json }) => {
        response.writeHead(status, {
          'content-type': 'application/json',
          ...(location && { location }),
        })
        response.end(JSON.stringify(json ?? {}))
      },
      (error: unknown) => response.writeHead(400).end(String(error)),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  type Answer = { status?: number; location?: string; json?: unknown }
  const ways: Record<string, (request: IncomingMessage, url: URL) => Promise<Answer> | Answer> = {
    '/.well-known/openid-configuration': () => ({
      json: {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      },
    }),
    '/keys': () => ({
      json: {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
      },
    }),
    '/authorize': (_, { searchParams: asked }) => {
      const code = randomUUID()
      const redirectUri = asked.get('redirect_uri')!
      const [challenge, nonce] = [asked.get('code_challenge')!, asked.get('nonce')!]
      codes.set(code, { challenge, nonce, redirectUri })
      const back = new URL(redirectUri)
      back.searchParams.set('code', code)
      back.searchParams.set('state', asked.get('state')!)
      return { status: 302, location: back.href }
    },
    '/token': async (request) => {
      const form = new URLSearchParams(await text(request))
      const asked = codes.get(form.get('code')!)
      codes.delete(form.get('code')!)
      const proof = createHash('sha256').update(form.get('code_verifier')!).digest('base64url')
      const basic = Buffer.from(`${CLIENT.id}:${CLIENT.secret}`)
      const known = request.headers.authorization === `Basic ${basic.toString('base64')}`
      if (!asked || proof !== asked.challenge || !known) throw new Error('No token.')
      const now = Math.floor(Date.now() / 1000)
      const about = { iss: issuer, aud: CLIENT.id, iat: now, exp: now + 60, nonce: asked.nonce }
      return {
        json: {
          access_token: randomUUID(),
          token_type: 'Bearer',
          id_token: signed({ ...about, ...vouched.claims }),
        },
      }
    },
  }
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const url = new URL(request.url!, issuer)
    return (await ways[url.pathname]?.(request, url)) ?? { status: 404 }
  }
  const signed = (claims: Claims): string => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const content = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`
    const mark = createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url')
    return `${content}.${mark}`
  }

  return {
    issuer,
    /** Sets the person for future sign-ins. */
    vouchesFor: (claims: Claims) => void (vouched.claims = { sub: 'somebody', ...claims }),
    stop: () => server.close(),
  }
}
