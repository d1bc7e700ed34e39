import 'server-only'
import { cookies } from 'next/headers'
import type { NextAuthOptions } from 'next-auth'
import type { JWT } from 'next-auth/jwt'
import credentials from 'next-auth/providers/credentials'
import { db, systemTransaction } from '@/lib/db/client'
import { Email } from '@/lib/delegations/schema'
import { isSignedIn } from '@/lib/delegations/actor'
import { env } from '@/lib/env'
import { Refused } from '@/lib/errors'
import { addressOf } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import { cookieName, cookieOptions, isSecure, SIGN_IN_SECONDS } from '../cookie'
import { csrfCookieName } from './csrf'
import { actorOf, currentSignIn } from '../current-actor'
import { currentDevice, rememberDevice } from '../throttle/device'
import { localPath } from './local-path'
import { useLink as consumeLink } from '../link/commands'
import { signInWithPassword } from '../password/commands'
import { SignInWithPassword, UseLink } from '../schema'
import { beginSignIn, endSignIn, personOfSignIn, signOutOf } from './sign-ins'
import {
  type Claims,
  findPersonByClaims,
  singleSignOn,
  singleSignOnProvider,
} from './single-sign-on'
import { logSecurity } from '../security/log'
import { networkOfRequest, TooManyAttempts } from '../throttle/attempts'
import { keepTyped } from './typed'

/**
 * The configuration of next-auth. Its token holds the id of our SignIn row and nothing else: the row says
 * at each request whether the sign-in lives. A refusal's key goes to the sign-in page as `error`.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: env().AUTH_SECRET,
  useSecureCookies: isSecure(),
  providers: [password, link, ...(singleSignOn() ? [singleSignOnProvider()] : [])],
  session: { strategy: 'jwt', maxAge: SIGN_IN_SECONDS },
  cookies: {
    sessionToken: { name: cookieName(), options: cookieOptions() },
    csrfToken: { name: csrfCookieName(), options: cookieOptions() },
    callbackUrl: { name: wantedCookieName(), options: cookieOptions() },
  },
  pages: { signIn: paths.signIn(), error: paths.signIn() },
  callbacks: {
    signIn: async ({ account, profile }) => {
      if (account?.type === 'credentials') return true
      const found = await findPersonByClaims(profile as Claims)
      if ('id' in found) return true
      await logFailed(found.refusal)
      const wanted = (await cookies()).get(wantedCookieName())?.value
      return paths.signInRefused(found.refusal, localPath(wanted))
    },
    redirect: ({ url }) => addressOf(localPath(url)),
    jwt: async ({ token, user, account, profile }) => {
      if (!user) return living(token)
      const signIn =
        account?.type === 'credentials' ? user.id : await signInByClaims(profile as Claims)
      const before = await currentSignIn()
      // A cookie that somebody planted or left behind is worth nothing afterwards.
      if (before) await endSignIn(before)
      const personId = await personOfSignIn(signIn)
      await rememberDevice(personId)
      const network = await networkOfRequest()
      await logSecurity('signIn.succeeded', { personId, network, detail: account?.provider ?? '' })
      return { signIn }
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.signIn === 'string') await signOutOf(token.signIn)
    },
  },
})

/** The cookie in which next-auth keeps where a person wanted to go, while they are at the provider. */
const wantedCookieName = (): string => `${isSecure() ? '__Host-' : ''}next-auth.callback-url`

const password = credentials({
  id: 'password',
  name: 'Password',
  credentials: { email: {}, password: {} },
  authorize: (typed) =>
    proved(async () => {
      const proof = SignInWithPassword.safeParse(typed ?? {})
      if (!proof.success) throw new Refused('invalid', 'signInFailed', {}, 'password')
      return signInWithPassword(proof.data, {
        network: await networkOfRequest(),
        device: await currentDevice(),
      })
    }, typed),
})

const link = credentials({
  id: 'link',
  name: 'Link by e-mail',
  credentials: { token: {} },
  authorize: (typed) =>
    proved(async () => {
      const { token } = UseLink.catch({ token: '' }).parse(typed ?? {})
      return (await consumeLink(token)).signInId
    }, typed),
})

/**
 * The result of a way of signing in: next-auth's user, with the id of the SignIn row. next-auth puts the message of an
 * error into the address of the sign-in page, so it is a key and never a text.
 */
async function proved(
  prove: () => Promise<string>,
  typed?: Record<string, string>,
): Promise<{ id: string }> {
  try {
    return { id: await prove() }
  } catch (error) {
    if (!(error instanceof Refused)) console.error(error)
    await keepTyped(typed)
    const isRepeated = error instanceof TooManyAttempts && !error.isFirst
    if (error instanceof Refused && !isRepeated) await logFailed(error.key, typed?.email)
    const { key, values } = error instanceof Refused ? error : new Refused('invalid', 'failed')
    throw new Error(values.minutes ? `${key}.${values.minutes}` : key, { cause: error })
  }
}

/** Notes a sign-in that failed; for an unknown address the log says only that there was one. */
async function logFailed(detail: string, email?: string): Promise<void> {
  const address = Email.safeParse(email)
  const person = address.success
    ? await db.person.findUnique({ where: { email: address.data }, select: { id: true } })
    : null
  const event = detail === 'tooManyAttempts' ? 'signIn.limited' : 'signIn.failed'
  const network = await networkOfRequest()
  await logSecurity(event, { personId: person?.id ?? null, network, detail })
}

async function signInByClaims(claims: Claims): Promise<string> {
  const found = await findPersonByClaims(claims)
  if (!('id' in found)) throw new Error('This person is not registered.')
  return systemTransaction((tx) => beginSignIn(tx, found.id))
}

/** The token of a sign-in that lives; next-auth takes the cookie of any other one. */
async function living(token: JWT): Promise<JWT> {
  const { signIn } = token
  if (typeof signIn === 'string' && isSignedIn(await actorOf(signIn))) return { signIn }
  throw new Error('This sign-in has ended.')
}
