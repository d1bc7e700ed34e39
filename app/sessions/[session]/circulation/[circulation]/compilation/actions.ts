'use server'

import { z } from 'zod'
import { getCompiledCirculation } from '@/lib/circulation/compilation/queries/overview'
import { getCompiledComment } from '@/lib/circulation/compilation/queries/one-comment'
import { keepResponse, releaseResponse } from '@/lib/circulation/responses/commands'
import { replyToResponse } from '@/lib/circulation/responses/reply-commands'
import { KeepResponse, ReleaseResponse, ReplyToResponse } from '@/lib/circulation/responses/schema'
import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'

const on = { slug: z.string().max(100), circulationId: z.uuid() }
const WriteResponse = z.discriminatedUnion('act', [
  z.object({ act: z.literal('keep'), ...on, ...KeepResponse.shape }),
  ReleaseResponse.safeExtend({ act: z.literal('release'), ...on }),
])

/** Keeps or releases a response; after a release the next comment that waits is shown. */
export const answer = formAction(WriteResponse, async (actor, input) => {
  const t = translations('compilation.done')
  if (input.act === 'keep') {
    await keepResponse(actor, input)
    return { message: t('kept') }
  }
  await releaseResponse(actor, input)
  const { slug, circulationId } = input
  const circulation = await getCompiledCirculation(
    actor,
    await getSession(actor, slug),
    circulationId,
  )
  const { next } = await getCompiledComment(actor, circulation, input.commentId)
  return {
    goTo: paths.compiledComment(slug, circulationId, next ?? input.commentId),
    message: t(next ? 'releasedNext' : 'releasedLast', { count: input.also.length + 1 }),
  }
})

export const reply = formAction(ReplyToResponse, async (actor, input) => {
  await replyToResponse(actor, input)
  return { message: translations('compilation.done')('replied') }
})
