'use server'

import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { addBureauMember, endBureauMember } from '@/lib/sessions/bureau/commands'
import { AddBureauMember, EndBureauMember } from '@/lib/sessions/bureau/schema'

export const add = formAction(AddBureauMember, async (actor, input) => ({
  goTo: paths.bureau(await addBureauMember(actor, input)),
  message: translations('said')('bureauAdded'),
}))

export const end = formAction(EndBureauMember, async (actor, input) => ({
  goTo: paths.bureau(await endBureauMember(actor, input)),
  message: translations('said')('bureauEnded'),
}))
