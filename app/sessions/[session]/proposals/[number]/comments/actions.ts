'use server'

import { z } from 'zod'
import { formAction } from '@/lib/http/action'
import { releaseComment, withdrawComment } from '@/lib/comments/commands'
import {
  discardCommentDraft,
  restoreCommentDraft,
  saveCommentDraft,
} from '@/lib/comments/draft-commands'
import { KeepComment, OneComment, WriteComment } from '@/lib/comments/schema'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

const Write = KeepComment.extend({ act: z.enum(['release', 'save']) }).refine(
  ({ act, position }) => act === 'save' || position !== null,
  { path: ['position'], message: 'choose' },
)

const said = (act: 'released' | 'kept' | 'withdrawn') => translations('comments.said')(act)

export const writeComment = formAction(Write, async (actor, { act, ...comment }) => {
  if (act === 'release') {
    const { id, slug, proposalNumber } = await releaseComment(actor, WriteComment.parse(comment))
    return { goTo: paths.comment(slug, proposalNumber, id), message: said('released') }
  }
  const { slug, proposalNumber } = await saveCommentDraft(actor, comment)
  return {
    goTo: `${paths.proposal(slug, proposalNumber)}#comment-drafts`,
    message: said('kept'),
  }
})

export const withdraw = formAction(OneComment, async (actor, comment) => {
  const { id, slug, proposalNumber } = await withdrawComment(actor, comment)
  return { goTo: paths.comment(slug, proposalNumber, id), message: said('withdrawn') }
})

export const discardComment = formAction(OneComment, async (actor, draft) => {
  await discardCommentDraft(actor, draft)
  return { message: translations('comments')('discarded') }
})

export const restoreComment = formAction(OneComment, async (actor, draft) => {
  await restoreCommentDraft(actor, draft)
  return { message: translations('comments')('restored') }
})
