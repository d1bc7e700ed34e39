'use server'

import { formAction } from '@/lib/http/action'
import { appointOfficer, endOfficer } from '@/lib/delegations/offices/commands'
import { handOverPowers, takeBackPowers } from '@/lib/delegations/powers/commands'
import { HandOverPowers, TakeBackPowers } from '@/lib/delegations/powers/schema'
import { AppointOfficer, EndOfficer } from '@/lib/delegations/schema'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

export const appoint = formAction(AppointOfficer, async (actor, input) => ({
  goTo: paths.officers(await appointOfficer(actor, input)),
  message: translations('said')('appointed'),
}))

export const end = formAction(EndOfficer, async (actor, input) => ({
  goTo: paths.officers(await endOfficer(actor, input)),
  message: translations('said')('officeEnded'),
}))

export const handOver = formAction(HandOverPowers, async (actor, input) => {
  await handOverPowers(actor, input)
  return { goTo: paths.officers(input.slug), message: translations('said')('powers') }
})

export const takeBack = formAction(TakeBackPowers, async (actor, input) => {
  await takeBackPowers(actor, input)
  return { goTo: paths.officers(input.slug), message: translations('said')('powersBack') }
})
