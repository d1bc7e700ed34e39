'use server'

import { formAction } from '@/lib/action'
import { paths } from '@/lib/paths'
import { SetAgenda } from '@/lib/sessions/agenda'
import { setAgenda } from '@/lib/sessions/agenda-commands'

export const set = formAction(SetAgenda, async (actor, input) => ({
  goTo: paths.session(await setAgenda(actor, input)),
}))
