'use server'

import { requestLink } from '@/lib/auth/link/commands'
import { RequestLink } from '@/lib/auth/schema'
import { networkOfRequest } from '@/lib/auth/throttle/attempts'
import { visitorAction } from '@/lib/http/action'
import { mailIsSent, showsLinks } from '@/lib/notifications/mail-queries'
import { translations } from '@/lib/messages'

export const sendLink = visitorAction(RequestLink, async (_actor, input) => {
  await requestLink(input, await networkOfRequest())
  const reached = mailIsSent() || showsLinks()
  return { message: translations('signIn')(reached ? 'linkSent' : 'linkKept') }
})
