'use server'

import { visitorAction } from '@/lib/http/action'
import { requestLink } from '@/lib/auth/link-commands'
import { signInWithPassword } from '@/lib/auth/password-commands'
import { RequestLink, SignInWithPassword } from '@/lib/auth/schema'
import { keepInBrowser } from '@/lib/auth/sign-in'
import { addressOfRequest } from '@/lib/auth/throttle'
import { translations } from '@/lib/messages'

export const signIn = visitorAction(SignInWithPassword, async (_actor, { returnTo, ...proof }) => {
  await keepInBrowser(await signInWithPassword(proof, await addressOfRequest()))
  return { goTo: returnTo }
})

export const sendLink = visitorAction(RequestLink, async (_actor, input) => {
  await requestLink(input, await addressOfRequest())
  return { message: translations('signIn')('linkSent') }
})
