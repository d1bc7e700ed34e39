'use server'

import { formAction } from '@/lib/http/action'
import { changeHeading as rename, removeHeading } from '@/lib/consolidation/desk/heading-commands'
import { makeItem, moveItem } from '@/lib/consolidation/desk/item-commands'
import { makeOfSources } from '@/lib/consolidation/desk/make-commands'
import { mergeItems, splitItem } from '@/lib/consolidation/desk/merge-commands'
import {
  ChangeHeading,
  LeaveSet,
  LinkSources,
  MakeItem,
  MakeOfSources,
  MergeItems,
  MoveItem,
  RemoveHeading,
  SetAside,
  SplitItem,
  UndoAct,
} from '@/lib/consolidation/schema'
import { linkSources, setAside } from '@/lib/consolidation/desk/source-commands'
import { leaveSet as leave } from '@/lib/consolidation/suggestions/commands'
import { undoAct } from '@/lib/consolidation/desk/undo-commands'
import { paths } from '@/lib/paths'
import { notice, saidAside, saidOf } from './said'

// Acts of one step: the desk stays in place and names the act.

export const makeOf = formAction(MakeOfSources, async (actor, input) => {
  await makeOfSources(actor, input)
  return saidOf('made', actor, input.slug, input.id)
})

export const word = formAction(MakeItem, async (actor, input) => {
  await makeItem(actor, input)
  return saidOf('made', actor, input.slug, input.id)
})

export const asideHere = formAction(SetAside, async (actor, input) => {
  await setAside(actor, input)
  return saidAside(actor, input)
})

export const leaveSet = formAction(LeaveSet, async (actor, input) => {
  await leave(actor, input)
  return notice('setLeft')
})

export const take = formAction(LinkSources, async (actor, input) => {
  await linkSources(actor, input)
  return saidOf('taken', actor, input.slug, input.id)
})

export const place = formAction(MoveItem, async (actor, input) => {
  await moveItem(actor, input)
  return saidOf('moved', actor, input.slug, input.id)
})

export const merge = formAction(MergeItems, async (actor, input) => {
  await mergeItems(actor, input)
  return saidOf('merged', actor, input.slug, input.id)
})

export const split = formAction(SplitItem, async (actor, input) => {
  const id = await splitItem(actor, input)
  const { message } = await saidOf('split', actor, input.slug, id)
  return { goTo: paths.consolidatedItem(input.slug, id), message }
})

export const changeHeading = formAction(ChangeHeading, async (actor, input) => {
  await rename(actor, input)
  return notice('headingChanged', { title: input.title })
})

export const dropHeading = formAction(RemoveHeading, async (actor, input) => {
  const removed = await removeHeading(actor, input)
  return notice('headingRemoved', { title: removed?.title ?? '' })
})

export const undo = formAction(UndoAct, async (actor, input) => {
  const { kind, itemId } = await undoAct(actor, input)
  return saidOf('undone', actor, input.slug, itemId, { act: kind })
})
