'use server'

import { formAction } from '@/lib/http/action'
import { TakeSnapshot, UndoSnapshot } from '@/lib/plenary/schema'
import { takeSnapshot, undoSnapshot } from '@/lib/plenary/snapshots/commands'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

export const take = formAction(TakeSnapshot, async (actor, input) => ({
  goTo: paths.snapshot(input.slug, await takeSnapshot(actor, input)),
  message: translations('said')('snapshot'),
}))

export const undo = formAction(UndoSnapshot, async (actor, input) => {
  await undoSnapshot(actor, input)
  return { message: translations('snapshots')('undid') }
})
