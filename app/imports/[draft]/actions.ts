'use server'

import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { changeImport, discardImport, issueImport } from '@/lib/proposals/import/commands'
import { ChangeImport, OneImport } from '@/lib/proposals/import/schema'

export const change = formAction(ChangeImport, async (actor, input) => {
  await changeImport(actor, input)
  return { message: translations('imports')('saved') }
})

export const issue = formAction(OneImport, async (actor, input) => {
  const { slug } = await issueImport(actor, input)
  return { goTo: paths.list(slug) }
})

export const discard = formAction(OneImport, async (actor, input) => {
  await discardImport(actor, input)
  return { goTo: paths.imports }
})
