'use server'

import { formAction } from '@/lib/http/action'
import { type DelegationAddress, withdrawDelegation } from '@/lib/delegations/commands'
import {
  appointRepresentative,
  changeRepresentative,
  endRepresentative,
  inviteRepresentative,
} from '@/lib/delegations/memberships/commands'
import {
  AppointRepresentative,
  ChangeRepresentative,
  EndRepresentative,
  InviteRepresentative,
  WithdrawDelegation,
} from '@/lib/delegations/schema'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

const back = ({ slug, delegationId }: DelegationAddress, message: string) => ({
  goTo: paths.delegation(slug, delegationId),
  message: translations('said')(message),
})

export const appoint = formAction(AppointRepresentative, async (actor, input) =>
  back(await appointRepresentative(actor, input), 'added'),
)

export const change = formAction(ChangeRepresentative, async (actor, input) =>
  back(await changeRepresentative(actor, input), 'changed'),
)

export const end = formAction(EndRepresentative, async (actor, input) =>
  back(await endRepresentative(actor, input), 'seatEnded'),
)

export const write = formAction(InviteRepresentative, async (actor, input) => {
  const name = await inviteRepresentative(actor, input)
  return { message: translations('delegation')('written', { name }) }
})

export const withdraw = formAction(WithdrawDelegation, async (actor, input) =>
  back(await withdrawDelegation(actor, input), 'delegationWithdrawn'),
)
