'use server'

import { z } from 'zod'
import { formAction } from '@/lib/http/action'
import {
  answerAmendment,
  coSponsorAmendment,
  leaveAmendment,
  withdrawAmendment,
} from '@/lib/amendments/act-commands'
import { releaseAmendmentDraft } from '@/lib/amendments/commands'
import {
  discardAmendmentDraft,
  putBackAmendmentDraft,
} from '@/lib/amendments/drafts/aside-commands'
import {
  carryAmendmentDraft,
  copyAmendmentDraft,
  saveAmendmentDraft,
  startAmendment,
} from '@/lib/amendments/drafts/commands'
import {
  AmendedProposalId,
  AnswerAmendment,
  DeclineChange,
  OneAmendment,
  OneAmendmentDraft,
  ReadAmendmentDraft,
  TakeIntoAmendment,
  WithdrawAmendment,
  WriteAmendment,
} from '@/lib/amendments/schema'
import { declineChange, takeIntoAmendment } from '@/lib/amendments/versions/commands'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

const said = (act: 'withdrawn' | 'coSponsored' | 'left' | 'answered') =>
  translations('amendments.said')(act)

export const start = formAction(AmendedProposalId, async (actor, input) => {
  const { slug, proposalNumber, id } = await startAmendment(actor, input)
  const address = input.deletes ? paths.checkAmendmentDraft : paths.amendmentDraft
  return { goTo: address(slug, proposalNumber, id) }
})

const Write = WriteAmendment.extend({ act: z.enum(['save', 'check', 'copy']), copyId: z.uuid() })

export const write = formAction(Write, async (actor, { act, copyId, ...draft }) => {
  const { slug, proposalNumber, id } =
    act === 'copy'
      ? await copyAmendmentDraft(actor, draft, copyId)
      : await saveAmendmentDraft(actor, draft)
  const address = act === 'check' ? paths.checkAmendmentDraft : paths.amendmentDraft
  return { goTo: address(slug, proposalNumber, id) }
})

export const carry = formAction(ReadAmendmentDraft, async (actor, input) => {
  const { slug, proposalNumber, id } = await carryAmendmentDraft(actor, input)
  return { goTo: paths.amendmentDraft(slug, proposalNumber, id) }
})

export const discard = formAction(OneAmendmentDraft, async (actor, input) => {
  const { slug, proposalNumber, id } = await discardAmendmentDraft(actor, input)
  return { goTo: `${paths.amendments(slug, proposalNumber)}?discarded=${id}` }
})

export const putBack = formAction(OneAmendmentDraft, async (actor, input) => {
  const { slug, proposalNumber, id } = await putBackAmendmentDraft(actor, input)
  return { goTo: paths.amendmentDraft(slug, proposalNumber, id) }
})

export const release = formAction(ReadAmendmentDraft, async (actor, input) => {
  const { slug, proposalNumber, number } = await releaseAmendmentDraft(actor, input)
  return { goTo: `${paths.amendment(slug, proposalNumber, number)}?new` }
})

export const withdraw = formAction(WithdrawAmendment, async (actor, input) => {
  const { slug, proposalNumber, number } = await withdrawAmendment(actor, input)
  return { goTo: paths.amendment(slug, proposalNumber, number), message: said('withdrawn') }
})

export const coSponsor = formAction(OneAmendment, async (actor, input) => {
  const { slug, proposalNumber, number } = await coSponsorAmendment(actor, input)
  return { goTo: paths.amendment(slug, proposalNumber, number), message: said('coSponsored') }
})

export const takeIn = formAction(TakeIntoAmendment, async (actor, input) => {
  const { slug, proposalNumber, number } = await takeIntoAmendment(actor, input)
  return { goTo: `${paths.amendment(slug, proposalNumber, number)}?new` }
})

export const decline = formAction(DeclineChange, async (actor, input) => {
  const { slug, proposalNumber, number } = await declineChange(actor, input)
  return {
    goTo: paths.amendment(slug, proposalNumber, number),
    message: translations('amendments.related')('declineDone'),
  }
})

export const leave = formAction(OneAmendment, async (actor, input) => {
  const { slug, proposalNumber, number } = await leaveAmendment(actor, input)
  return { goTo: paths.amendment(slug, proposalNumber, number), message: said('left') }
})

export const answer = formAction(AnswerAmendment, async (actor, input) => {
  const { slug, proposalNumber, number } = await answerAmendment(actor, input)
  return {
    goTo: `${paths.amendment(slug, proposalNumber, number)}#answer-${input.id}`,
    message: said('answered'),
  }
})
