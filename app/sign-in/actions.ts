'use server'

import { requestLink } from '@/lib/auth/link/commands'
import { RequestLink } from '@/lib/auth/schema'
import { addressOfRequest } from '@/lib/auth/throttle'
import { visitorAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'

export const sendLink = visitorAction(RequestLink, async (_actor, input) => {
  await requestLink(input, await addressOfRequest())
  return { message: translations('signIn')('linkSent') }
})
