'use server'

import { formAction } from '@/lib/http/action'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { changeSession, postponeSession } from '@/lib/sessions/commands'
import { ChangeSession, PostponeSession } from '@/lib/sessions/schema'

export const change = formAction(ChangeSession, async (actor, input) => ({
  goTo: paths.session(await changeSession(actor, input)),
  message: translations('said')('session'),
}))

export const postpone = formAction(PostponeSession, async (actor, input) => ({
  goTo: paths.session(await postponeSession(actor, input)),
  message: translations('said')('postponed'),
}))
