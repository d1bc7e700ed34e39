'use server'

import { formAction } from '@/lib/http/action'
import { paths } from '@/lib/paths'
import { createSession } from '@/lib/sessions/commands'
import { CreateSession } from '@/lib/sessions/schema'

export const create = formAction(CreateSession, async (actor, input) => ({
  goTo: paths.session(await createSession(actor, input)),
}))
