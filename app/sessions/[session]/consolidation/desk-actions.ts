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
import { nameItem } from '@/lib/consolidation/desk/queries/item-names'
import type { SignedIn } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

// Acts of one step: the desk stays in place and names the act.

const notice = (key: string) => ({
  message: translations('consolidation.done')(key),
})

/** The act in words, with the number and the first words of its item. */
const saidOf = async (key: string, actor: SignedIn, slug: string, id: string) => {
  const name = await nameItem(actor, slug, id)
  return { message: [translations('consolidation.done')(key), name].filter(Boolean).join(' ') }
}

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
  return notice('setAside')
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
  return { goTo: paths.consolidatedItem(input.slug, id) }
})

export const changeHeading = formAction(ChangeHeading, async (actor, input) => {
  await rename(actor, input)
  return notice('headingChanged')
})

export const dropHeading = formAction(RemoveHeading, async (actor, input) => {
  await removeHeading(actor, input)
  return notice('headingRemoved')
})

export const undo = formAction(UndoAct, async (actor, input) => {
  await undoAct(actor, input)
  return notice('undone')
})
