'use server'

import { markRow } from '@/lib/desk/commands'
import { MarkRow } from '@/lib/desk/schema'
import { formAction } from '@/lib/http/action'

export const mark = formAction(MarkRow, async (actor, input) => {
  await markRow(actor, input)
})
