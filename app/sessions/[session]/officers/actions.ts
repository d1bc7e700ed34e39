'use server'

import { formAction } from '@/lib/http/action'
import { appointOfficer, endOfficer } from '@/lib/delegations/offices/commands'
import { handOverPowers, takeBackPowers } from '@/lib/delegations/powers/commands'
import { HandOverPowers, TakeBackPowers } from '@/lib/delegations/powers/schema'
import { AppointOfficer, EndOfficer } from '@/lib/delegations/schema'
import { paths } from '@/lib/paths'

export const appoint = formAction(AppointOfficer, async (actor, input) => ({
  goTo: paths.officers(await appointOfficer(actor, input)),
}))

export const end = formAction(EndOfficer, async (actor, input) => ({
  goTo: paths.officers(await endOfficer(actor, input)),
}))

export const handOver = formAction(HandOverPowers, async (actor, input) => {
  await handOverPowers(actor, input)
  return { goTo: paths.officers(input.slug) }
})

export const takeBack = formAction(TakeBackPowers, async (actor, input) => {
  await takeBackPowers(actor, input)
  return { goTo: paths.officers(input.slug) }
})
