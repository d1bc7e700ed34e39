'use server'

import { formAction } from '@/lib/action'
import { changeHeading as rename, removeHeading } from '@/lib/consolidation/heading-commands'
import { moveItem } from '@/lib/consolidation/item-commands'
import { makeOfSources } from '@/lib/consolidation/make-commands'
import { mergeItems, splitItem } from '@/lib/consolidation/merge-commands'
import {
  ChangeHeading,
  LinkSources,
  MakeOfSources,
  MergeItems,
  MoveItem,
  RemoveHeading,
  SplitItem,
  UndoAct,
} from '@/lib/consolidation/schema'
import { linkSources } from '@/lib/consolidation/source-commands'
import { undoAct } from '@/lib/consolidation/undo-commands'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/translations'

// Acts of one step: the desk stays where it is and says what was done.

const said = (key: string) => ({
  message: translations('consolidation.done')(key),
})

export const makeOf = formAction(MakeOfSources, async (actor, input) => {
  await makeOfSources(actor, input)
  return said('made')
})

export const take = formAction(LinkSources, async (actor, input) => {
  await linkSources(actor, input)
  return said('taken')
})

export const place = formAction(MoveItem, async (actor, input) => {
  await moveItem(actor, input)
  return said('moved')
})

export const merge = formAction(MergeItems, async (actor, input) => {
  await mergeItems(actor, input)
  return said('merged')
})

export const split = formAction(SplitItem, async (actor, input) => {
  const id = await splitItem(actor, input)
  return { goTo: paths.consolidatedItem(input.slug, id) }
})

export const changeHeading = formAction(ChangeHeading, async (actor, input) => {
  await rename(actor, input)
  return said('headingChanged')
})

export const dropHeading = formAction(RemoveHeading, async (actor, input) => {
  await removeHeading(actor, input)
  return said('headingRemoved')
})

export const undo = formAction(UndoAct, async (actor, input) => {
  await undoAct(actor, input)
  return said('undone')
})
