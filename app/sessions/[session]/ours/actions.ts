'use server'

import { formAction } from '@/lib/action'
import {
  lookAtOurs,
  stateDisagreement,
  withdrawDisagreement,
} from '@/lib/consolidation/ours-commands'
import {
  LookAtOurs,
  StateDisagreement,
  WithdrawDisagreement,
} from '@/lib/consolidation/ours-schema'
import { translations } from '@/lib/translations'

const said = async (key: 'looked' | 'disagreed' | 'withdrawn') => ({
  message: translations('ours.done')(key),
})

export const look = formAction(LookAtOurs, async (actor, input) => {
  await lookAtOurs(actor, input)
  return said('looked')
})

export const disagree = formAction(StateDisagreement, async (actor, input) => {
  await stateDisagreement(actor, input)
  return said('disagreed')
})

export const withdraw = formAction(WithdrawDisagreement, async (actor, input) => {
  await withdrawDisagreement(actor, input)
  return said('withdrawn')
})
