'use server'

import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'
import { follow } from '@/lib/proposals/follows/commands'
import { Follow } from '@/lib/proposals/follows/schema'

export const setFollowing = formAction(Follow, async (actor, input) => {
  await follow(actor, input)
  return { message: translations('following')(input.follows ? 'started' : 'ended') }
})
