'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { formAction } from '@/lib/http/action'
import { currentSignIn } from '@/lib/auth/current-actor'
import { changePassword } from '@/lib/auth/password/commands'
import { ChangePassword } from '@/lib/auth/schema'
import { leaveBrowser, signOutOthers } from '@/lib/auth/sign-in/sign-ins'
import { SCHEME_COOKIE, schemes } from '@/lib/html/scheme'
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

/** The colours of pages are a matter of the browser, not of the person: they stand in a cookie. */
export const saveScheme = formAction(
  z.object({ scheme: z.enum(schemes) }),
  async (_actor, { scheme }) => {
    const kept = { name: SCHEME_COOKIE, value: scheme, path: '/', httpOnly: true }
    ;(await cookies()).set({ ...kept, sameSite: 'lax', maxAge: scheme === 'system' ? 0 : YEAR })
    return { message: translations('account')('schemeSaved') }
  },
)
