'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { formAction } from '@/lib/http/action'
import { currentSignIn } from '@/lib/auth/current-actor'
import { changePassword } from '@/lib/auth/password/commands'
import { ChangePassword } from '@/lib/auth/schema'
import { leaveBrowser, signOutOthers } from '@/lib/auth/sign-in/sign-ins'
import { KEYS_COOKIE, SCHEME_COOKIE, schemes } from '@/lib/html/scheme'
import { chooseLetters } from '@/lib/notifications/commands'
import { ChooseLetters } from '@/lib/notifications/schema'
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

const YEAR = 365 * 24 * 3600

/** Colours and keys are a matter of the browser, not of the person: they stand in cookies. */
export const saveScheme = formAction(
  z.object({ scheme: z.enum(schemes), keys: z.literal('on').optional() }),
  async (_actor, { scheme, keys }) => {
    const jar = await cookies()
    const keep = (name: string, value: string, isPlain: boolean) =>
      jar.set({ name, value, httpOnly: true, sameSite: 'lax', maxAge: isPlain ? 0 : YEAR })
    keep(SCHEME_COOKIE, scheme, scheme === 'system')
    keep(KEYS_COOKIE, 'off', keys === 'on')
    return { message: translations('account')('schemeSaved') }
  },
)

export const saveLetters = formAction(ChooseLetters, async (actor, input) => {
  await chooseLetters(actor, input)
  return { message: translations('letterChoices')('saved') }
})
