'use server'

import { formAction } from '@/lib/action'
import { TakeSnapshot, UndoSnapshot } from '@/lib/consolidation/plenary-schema'
import { takeSnapshot, undoSnapshot } from '@/lib/consolidation/snapshot-commands'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/translations'

export const take = formAction(TakeSnapshot, async (actor, input) => ({
  goTo: paths.snapshot(input.slug, await takeSnapshot(actor, input)),
}))

export const undo = formAction(UndoSnapshot, async (actor, input) => {
  await undoSnapshot(actor, input)
  return { message: translations('snapshots')('undid') }
})
