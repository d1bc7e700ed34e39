'use server'

import { formAction } from '@/lib/http/action'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { SetAgenda } from '@/lib/sessions/agenda/agenda'
import { setAgenda } from '@/lib/sessions/agenda/commands'

export const set = formAction(SetAgenda, async (actor, input) => ({
  goTo: paths.session(await setAgenda(actor, input)),
  message: translations('said')('agenda'),
}))
