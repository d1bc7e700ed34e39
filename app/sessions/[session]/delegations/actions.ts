'use server'

import { formAction } from '@/lib/http/action'
import { registerDelegation } from '@/lib/delegations/commands'
import { RegisterDelegation } from '@/lib/delegations/schema'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

export const register = formAction(RegisterDelegation, async (actor, input) => {
  const { slug, delegationId } = await registerDelegation(actor, input)
  return {
    goTo: paths.delegation(slug, delegationId),
    message: translations('said')('registered'),
  }
})
