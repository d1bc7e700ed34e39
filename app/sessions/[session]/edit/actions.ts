'use server'

import { formAction } from '@/lib/http/action'
import { paths } from '@/lib/paths'
import { changeSession, postponeSession } from '@/lib/sessions/commands'
import { ChangeSession, PostponeSession } from '@/lib/sessions/schema'

export const change = formAction(ChangeSession, async (actor, input) => ({
  goTo: paths.session(await changeSession(actor, input)),
}))

export const postpone = formAction(PostponeSession, async (actor, input) => ({
  goTo: paths.session(await postponeSession(actor, input)),
}))
