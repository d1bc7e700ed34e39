'use server'

import { checkedGroup } from '@/components/groups/checked-group'
import { requireAllowed } from '@/lib/decision'
import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { setUpGroup } from '@/lib/sessions/groups/first-group'
import { canChangeGroup } from '@/lib/sessions/groups/policy'
import { SetUpGroup } from '@/lib/sessions/groups/schema'

export const setUp = formAction(SetUpGroup, async (actor, input) => {
  requireAllowed(canChangeGroup(actor))
  if (input.step === 'check') return { answer: { checked: checkedGroup(input, new Date()) } }
  if (input.step === 'change') return { answer: {} }
  await setUpGroup(actor, input)
  return { goTo: paths.newSession, message: translations('said')('firstGroup') }
})
