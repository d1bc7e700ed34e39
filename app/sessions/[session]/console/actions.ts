'use server'

import { formAction } from '@/lib/http/action'
import {
  declareStatus,
  putOnScreen,
  raiseObjection,
  withdrawObjection,
} from '@/lib/plenary/commands'
import { findDecisionBefore } from '@/lib/plenary/console-queries'
import {
  ClearScreenText,
  DeclareStatus,
  FixScreenText,
  PutOnScreen,
  RaiseObjection,
  StateSupport,
  TypeOnScreen,
  WithdrawObjection,
  WithdrawSupport,
} from '@/lib/plenary/schema'
import { clearScreenText, fixScreenText, typeOnScreen } from '@/lib/plenary/screen/commands'
import { hideDecision, ruleInRoom, showDecision } from '@/lib/sessions/decisions/room-commands'
import { HideDecision, RuleInRoom, ShowDecision } from '@/lib/sessions/decisions/schema'
import { stateSupport, withdrawSupport } from '@/lib/plenary/support-commands'
import { translations } from '@/lib/messages'
import { saidOf } from '../consolidation/said'

export const put = formAction(PutOnScreen, async (actor, input) => {
  await putOnScreen(actor, input)
  const before = await findDecisionBefore(actor, input)
  return before ? { message: translations('plenary')('behindDecision', before) } : undefined
})

export const declare = formAction(DeclareStatus, async (actor, input) => {
  await declareStatus(actor, input)
  return saidOf('declared', actor, input.slug, input.id, { standing: input.kind })
})

export const fix = formAction(FixScreenText, async (actor, input) => fixScreenText(actor, input))

export const rule = formAction(RuleInRoom, async (actor, input) => {
  await ruleInRoom(actor, input)
  return { message: translations('plenary.rulings')(input.show ? 'ruledAndShown' : 'ruled') }
})

export const show = formAction(ShowDecision, async (actor, input) => showDecision(actor, input))

export const hide = formAction(HideDecision, async (actor, input) => hideDecision(actor, input))

/** Suggested words, put on the screen like typed ones. */
export const type = formAction(TypeOnScreen, async (actor, input) => {
  await typeOnScreen(actor, input)
})

export const clear = formAction(ClearScreenText, async (actor, input) =>
  clearScreenText(actor, input),
)

export const object = formAction(RaiseObjection, async (actor, input) => {
  await raiseObjection(actor, input)
  return { message: translations('plenary')('objected') }
})

export const withdraw = formAction(WithdrawObjection, async (actor, input) => {
  await withdrawObjection(actor, input)
  return { message: translations('plenary')('objectionWithdrawn') }
})

export const support = formAction(StateSupport, async (actor, input) => {
  await stateSupport(actor, input)
  return { message: translations('plenary')('supported') }
})

export const supportNoMore = formAction(WithdrawSupport, async (actor, input) => {
  await withdrawSupport(actor, input)
  return { message: translations('plenary')('supportWithdrawn') }
})
