'use server'

import { replyToResponse } from '@/lib/circulation/responses/reply-commands'
import { ReplyToResponse } from '@/lib/circulation/responses/schema'
import { formAction } from '@/lib/http/action'
import {
  markChangesSeen,
  stateDisagreement,
  withdrawDisagreement,
} from '@/lib/consolidation/delegation-view/commands'
import {
  MarkChangesSeen,
  StateDisagreement,
  WithdrawDisagreement,
} from '@/lib/consolidation/delegation-view/schema'
import { translations } from '@/lib/messages'

const notice = async (key: 'looked' | 'disagreed' | 'withdrawn') => ({
  message: translations('ours.done')(key),
})

export const look = formAction(MarkChangesSeen, async (actor, input) => {
  await markChangesSeen(actor, input)
  return notice('looked')
})

export const disagree = formAction(StateDisagreement, async (actor, input) => {
  await stateDisagreement(actor, input)
  return notice('disagreed')
})

export const withdraw = formAction(WithdrawDisagreement, async (actor, input) => {
  await withdrawDisagreement(actor, input)
  return notice('withdrawn')
})

export const replyToAnswer = formAction(ReplyToResponse, async (actor, input) => {
  await replyToResponse(actor, input)
  return { message: translations('compilation.done')('replied') }
})
