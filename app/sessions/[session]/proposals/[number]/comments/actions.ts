'use server'

import { z } from 'zod'
import { formAction } from '@/lib/http/action'
import { discardCommentDraft, releaseComment, saveCommentDraft } from '@/lib/comments/commands'
import { OneCommentDraft, WriteComment } from '@/lib/comments/schema'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

const Write = WriteComment.extend({ act: z.enum(['release', 'save']) })

export const writeComment = formAction(Write, async (actor, { act, ...comment }) => {
  if (act === 'release') {
    const { id, slug, proposalNumber } = await releaseComment(actor, comment)
    return { goTo: paths.comment(slug, proposalNumber, id) }
  }
  const { slug, proposalNumber } = await saveCommentDraft(actor, comment)
  return { goTo: `${paths.proposal(slug, proposalNumber)}#comment-drafts` }
})

export const discardComment = formAction(OneCommentDraft, async (actor, draft) => {
  await discardCommentDraft(actor, draft)
  return { message: translations('comments')('discarded') }
})
