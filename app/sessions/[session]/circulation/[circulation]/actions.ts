'use server'

import { z } from 'zod'
import {
  acceptLate,
  releaseComments,
  supportAndRelease,
  withdrawComment,
  writeAndRelease,
} from '@/lib/circulation/comments/commands'
import {
  discardDraft,
  keepDraft,
  restoreDraft,
  supportItems,
} from '@/lib/circulation/comments/drafts/commands'
import { askForLate, refuseLate } from '@/lib/circulation/comments/late/commands'
import {
  KeepDraft,
  OneDraft,
  OneReleased,
  RefuseLate,
  SeveralDrafts,
  SupportItems,
} from '@/lib/circulation/comments/schema'
import { retractComment } from '@/lib/circulation/posting/commands'
import { formAction } from '@/lib/http/action'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

const sentence = (key: string, values: Record<string, number> = {}) =>
  translations('circulationComments')(key, values)

const Write = KeepDraft.extend({ act: z.enum(['release', 'save']) }).refine(
  ({ act, position }) => act === 'save' || position !== null,
  { path: ['position'], message: 'choose' },
)

export const writeComment = formAction(Write, async (actor, { act, ...comment }) => {
  if (act === 'release') {
    const { slug, circulationId, id, count } = await writeAndRelease(actor, comment)
    return {
      goTo: paths.circulationReceipt(slug, circulationId, id),
      message: sentence('releasedNow', { count }),
    }
  }
  const { slug, circulationId } = await keepDraft(actor, comment)
  return {
    goTo: paths.circulationComments(slug, circulationId, comment.itemId),
    message: sentence('saved'),
  }
})

export const release = formAction(SeveralDrafts, async (actor, input) => {
  const { slug, circulationId, id, count } = await releaseComments(actor, input)
  return {
    goTo: paths.circulationReceipt(slug, circulationId, id),
    message: sentence('releasedNow', { count }),
  }
})

const Support = SupportItems.extend({ act: z.enum(['release', 'save']) })

export const support = formAction(Support, async (actor, { act, ...items }) => {
  if (act === 'release') {
    const receipt = await supportAndRelease(actor, items)
    if (!receipt) return { message: sentence('supportKept', { count: 0 }) }
    const { slug, circulationId, id, count } = receipt
    return {
      goTo: paths.circulationReceipt(slug, circulationId, id),
      message: sentence('releasedNow', { count }),
    }
  }
  const { slug, ids } = await supportItems(actor, items)
  return {
    goTo: paths.circulationInHand(slug, items.circulationId),
    message: sentence('supportKept', { count: ids.length }),
  }
})

export const discard = formAction(OneDraft, async (actor, draft) => {
  await discardDraft(actor, draft)
  return { message: sentence('discarded') }
})

export const restore = formAction(OneDraft, async (actor, draft) => {
  await restoreDraft(actor, draft)
  return { message: sentence('restored') }
})

export const withdraw = formAction(OneReleased, async (actor, comment) => {
  await withdrawComment(actor, comment)
  return { message: sentence('withdrawn') }
})

export const retract = formAction(OneReleased, async (actor, comment) => {
  await retractComment(actor, comment)
  return { message: sentence('retracted') }
})

export const askLate = formAction(SeveralDrafts, async (actor, drafts) => {
  await askForLate(actor, drafts)
  return { message: sentence('askedLate') }
})

export const accept = formAction(SeveralDrafts, async (actor, drafts) => {
  await acceptLate(actor, drafts)
  return { message: sentence('lateAccepted') }
})

export const refuse = formAction(RefuseLate, async (actor, drafts) => {
  await refuseLate(actor, drafts)
  return { message: sentence('lateRefused') }
})
