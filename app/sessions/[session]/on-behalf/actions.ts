'use server'

import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { associateAgain, dissociate } from '@/lib/sessions/attribution/commands'
import { Dissociate, OneAttribution } from '@/lib/sessions/attribution/schema'

export const leave = formAction(Dissociate, async (actor, input) => {
  const { slug, id, group } = await dissociate(actor, input)
  return { goTo: paths.onBehalf(slug, id), message: translations('onBehalf')('done', { group }) }
})

export const returnTo = formAction(OneAttribution, async (actor, input) => {
  const { slug, id, group } = await associateAgain(actor, input)
  const message = translations('onBehalf')('doneAgain', { group })
  return { goTo: paths.onBehalf(slug, id), message }
})
