'use server'

import { requestLink } from '@/lib/auth/link/commands'
import { RequestLink } from '@/lib/auth/schema'
import { networkOfRequest } from '@/lib/auth/throttle/attempts'
import { visitorAction } from '@/lib/http/action'
import { mailArrives } from '@/lib/notifications/mail-queries'
import { translations } from '@/lib/messages'

export const sendLink = visitorAction(RequestLink, async (_actor, input) => {
  await requestLink(input, await networkOfRequest())
  return { message: translations('signIn')(mailArrives() ? 'linkSent' : 'linkKept') }
})
