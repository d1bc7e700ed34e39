'use server'

import { approveRequest, mergeRequest, refuseRequest } from '@/lib/circulation/requests/decide'
import { ApproveRequest, MergeRequest, RefuseRequest } from '@/lib/circulation/requests/schema'
import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

export const approve = formAction(ApproveRequest, async (actor, input) => {
  const { slug, id } = await approveRequest(actor, input)
  return {
    goTo: paths.circulationRequests(slug, id),
    message: translations('takePart')('approved'),
  }
})

export const merge = formAction(MergeRequest, async (actor, input) => {
  const { slug, id } = await mergeRequest(actor, input)
  return { goTo: paths.circulationRequests(slug, id), message: translations('takePart')('merged') }
})

export const refuse = formAction(RefuseRequest, async (actor, input) => {
  const { slug, id } = await refuseRequest(actor, input)
  return { goTo: paths.circulationRequests(slug, id), message: translations('takePart')('refused') }
})
