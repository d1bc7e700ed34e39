'use server'

import { visitorAction } from '@/lib/http/action'
import { useLink as consumeLink } from '@/lib/auth/link-commands'
import { UseLink } from '@/lib/auth/schema'
import { keepInBrowser } from '@/lib/auth/sign-in'
import { addressOfRequest } from '@/lib/auth/throttle'

export const enter = visitorAction(UseLink, async (_actor, { token }) => {
  const { signInId, returnTo } = await consumeLink(token, await addressOfRequest())
  await keepInBrowser(signInId)
  return { goTo: returnTo }
})
