'use server'

import { formAction } from '@/lib/http/action'
import { recalculateWithdrawn } from '@/lib/consolidation/outcomes/withdrawals'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import {
  coSponsorProposal,
  leaveCoSponsorship,
  takeOverProposal,
  withdrawProposal,
} from '@/lib/proposals/act-commands'
import { CoSponsor, OneProposal, TakeOverProposal, WithdrawProposal } from '@/lib/proposals/schema'

export const coSponsor = formAction(CoSponsor, async (actor, input) => {
  const { slug, number } = await coSponsorProposal(actor, input)
  const message = answer('coSponsored', { number, revision: input.revisionNumber })
  return { goTo: paths.proposal(slug, number), message }
})

export const leave = formAction(OneProposal, async (actor, input) => {
  const { slug, number } = await leaveCoSponsorship(actor, input)
  return { goTo: paths.proposal(slug, number), message: answer('left', { number }) }
})

export const withdraw = formAction(WithdrawProposal, async (actor, input) => {
  const { slug, number } = await withdrawProposal(actor, input, recalculateWithdrawn)
  return { goTo: paths.proposal(slug, number), message: answer('withdrawn', { number }) }
})

export const takeOver = formAction(TakeOverProposal, async (actor, input) => {
  const { slug, number } = await takeOverProposal(actor, input, recalculateWithdrawn)
  return { goTo: paths.proposal(slug, number), message: answer('takenOver', { number }) }
})

/** The message on the page to which an act leads. */
const answer = (
  act: 'coSponsored' | 'left' | 'withdrawn' | 'takenOver',
  values: { number: number; revision?: number },
): string => translations('proposals.done')(act, values)
