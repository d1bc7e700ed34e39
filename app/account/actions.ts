'use server'

import { z } from 'zod'
import { formAction } from '@/lib/http/action'
import { currentSignIn } from '@/lib/auth/current-actor'
import { changePassword } from '@/lib/auth/password/commands'
import { ChangePassword } from '@/lib/auth/schema'
import { leaveBrowser, signOutOthers } from '@/lib/auth/sign-in/sign-ins'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

export const savePassword = formAction(ChangePassword, async (actor, input) => {
  await changePassword(actor, input, await currentSignIn())
  return { message: translations('account')('saved') }
})

export const leaveOthers = formAction(z.object({}), async (actor) => {
  const count = await signOutOthers(actor.personId, await currentSignIn())
  return { message: translations('account')('signedOutOthers', { count }) }
})

export const signOut = formAction(z.object({}), async () => {
  await leaveBrowser()
  return { goTo: paths.home }
})
