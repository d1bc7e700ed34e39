'use server'

import { markRow, putBackRow } from '@/lib/desk/commands'
import { MarkRow, OneRow } from '@/lib/desk/schema'
import { formAction } from '@/lib/http/action'

export const mark = formAction(MarkRow, async (actor, input) => {
  await markRow(actor, input)
})

export const putBack = formAction(OneRow, async (actor, input) => {
  await putBackRow(actor, input)
})
