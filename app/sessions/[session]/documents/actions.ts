'use server'

import { releaseBacklog } from '@/lib/documents/backlog'
import { OneSession } from '@/lib/documents/schema'
import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'

export const giveAll = formAction(OneSession, async (actor, input) => ({
  message: translations('documents')('gaveAll', { count: await releaseBacklog(actor, input) }),
}))
