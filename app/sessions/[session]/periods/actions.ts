'use server'

import { formAction } from '@/lib/http/action'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { closePeriod, extendPeriod, openPeriod } from '@/lib/sessions/periods/commands'
import { ClosePeriod, ExtendPeriod, OpenPeriod } from '@/lib/sessions/schema'

export const open = formAction(OpenPeriod, async (actor, input) => ({
  goTo: paths.periods(await openPeriod(actor, input)),
  message: translations('said')('opened'),
}))

export const extend = formAction(ExtendPeriod, async (actor, input) => ({
  goTo: paths.periods(await extendPeriod(actor, input)),
  message: translations('said')('extended'),
}))

export const close = formAction(ClosePeriod, async (actor, input) => ({
  goTo: paths.periods(await closePeriod(actor, input)),
  message: translations('said')('closed'),
}))
