'use server'

import { z } from 'zod'
import { beginSetup, confirmSetup, passCode } from '@/lib/auth/second-factor/commands'
import { pendingHolder } from '@/lib/auth/second-factor/holder'
import { TypedCode } from '@/lib/auth/second-factor/schema'
import { leaveBrowser } from '@/lib/auth/sign-in/sign-ins'
import { visitorAction } from '@/lib/http/action'
import { paths } from '@/lib/paths'

export const pass = visitorAction(TypedCode, async (_actor, { code, returnTo }) => {
  await passCode(await pendingHolder(), code)
  return { goTo: returnTo }
})

export const begin = visitorAction(z.object({}), async () => {
  await beginSetup(await pendingHolder())
})

/** The recovery codes are made on the page of the app, where they can be read in peace. */
export const confirm = visitorAction(TypedCode, async (_actor, { code }) => {
  await confirmSetup(await pendingHolder(), code)
  return { goTo: paths.secondFactor }
})

export const leave = visitorAction(z.object({}), async () => {
  await leaveBrowser()
  return { goTo: paths.signIn() }
})
