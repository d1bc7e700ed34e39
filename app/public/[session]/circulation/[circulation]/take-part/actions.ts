'use server'

import { networkOfRequest } from '@/lib/auth/throttle/attempts'
import { askToTakePart, proveAddress } from '@/lib/circulation/requests/ask'
import { AskToTakePart, ProveAddress } from '@/lib/circulation/requests/schema'
import { visitorAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'

export const ask = visitorAction(AskToTakePart, async (actor, input) => {
  await askToTakePart(actor, input, await networkOfRequest())
  return { message: translations('takePart')('asked', { email: input.email }) }
})

export const prove = visitorAction(ProveAddress, async (actor, input) => {
  await proveAddress(actor, input)
  return { message: translations('takePart')('proved') }
})
