'use server'

import { formAction } from '@/lib/http/action'
import {
  discardCorrigendum,
  proposeCorrigendum,
  releaseCorrigendum,
} from '@/lib/plenary/corrigenda/commands'
import { takeWording } from '@/lib/consolidation/desk/take-wording'
import { deleteItem, makeItem, moveItem, rewordItem } from '@/lib/consolidation/desk/item-commands'
import { chooseLists, openConsolidation } from '@/lib/consolidation/coverage/commands'
import { addConsolidatedHeading } from '@/lib/consolidation/desk/list-commands'
import { adoptList } from '@/lib/plenary/adoption'
import {
  AddConsolidatedHeading,
  AdoptList,
  ChooseLists,
  DeleteItem,
  LinkSources,
  MakeItem,
  MoveItem,
  OpenConsolidation,
  RewordItem,
  SayNotSimilar,
  SetAside,
  TakeBackOutcome,
  TakeWording,
  UnlinkSource,
} from '@/lib/consolidation/schema'
import {
  linkSources,
  setAside,
  takeBackOutcome,
  unlinkSource,
} from '@/lib/consolidation/desk/source-commands'
import { sayNotSimilar } from '@/lib/consolidation/suggestions/commands'
import { EndCorrigendum, ProposeCorrigendum } from '@/lib/plenary/schema'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { notice, saidAside, saidOf } from './said'

export const open = formAction(OpenConsolidation, async (actor, input) => {
  await openConsolidation(actor, input)
  return { goTo: paths.consolidation(input.slug) }
})

export const choose = formAction(ChooseLists, async (actor, input) => {
  await chooseLists(actor, input)
  return { goTo: paths.consolidation(input.slug) }
})

export const addHeading = formAction(AddConsolidatedHeading, async (actor, input) => {
  await addConsolidatedHeading(actor, input)
  return notice('headingAdded', { title: input.title })
})

export const make = formAction(MakeItem, async (actor, input) => {
  await makeItem(actor, input)
  const { message } = await saidOf('made', actor, input.slug, input.id)
  return { goTo: `${paths.consolidation(input.slug)}#item-${input.id}`, message }
})

export const link = formAction(LinkSources, async (actor, input) => {
  await linkSources(actor, input)
  const { message } = await saidOf('taken', actor, input.slug, input.id)
  return { goTo: paths.consolidatedItem(input.slug, input.id), message }
})

export const takeProposed = formAction(TakeWording, async (actor, input) => {
  await takeWording(actor, input)
  return saidOf('wordingTaken', actor, input.slug, input.id)
})

export const unlink = formAction(UnlinkSource, async (actor, input) => {
  await unlinkSource(actor, input)
  return saidOf('unlinked', actor, input.slug, input.id)
})

export const reword = formAction(RewordItem, async (actor, input) => {
  await rewordItem(actor, input)
  return saidOf('reworded', actor, input.slug, input.id)
})

export const move = formAction(MoveItem, async (actor, input) => {
  await moveItem(actor, input)
  return saidOf('moved', actor, input.slug, input.id)
})

export const remove = formAction(DeleteItem, async (actor, input) => {
  await deleteItem(actor, input)
  const { message } = await saidOf('removed', actor, input.slug, input.id)
  return { goTo: paths.consolidation(input.slug), message }
})

export const aside = formAction(SetAside, async (actor, input) => {
  await setAside(actor, input)
  const { message } = await saidAside(actor, input)
  return { goTo: paths.consolidation(input.slug), message }
})

export const notSimilar = formAction(SayNotSimilar, async (actor, input) => {
  await sayNotSimilar(actor, input)
  return { goTo: paths.similarItems(input.slug, input.itemId) }
})

export const takeBack = formAction(TakeBackOutcome, async (actor, input) => {
  await takeBackOutcome(actor, input)
  return saidOf('takenBack', actor, input.slug, input.itemId)
})

export const adopt = formAction(AdoptList, async (actor, input) => {
  await adoptList(actor, input)
  return { goTo: paths.consolidation(input.slug), message: translations('said')('adopted') }
})

export const correct = formAction(ProposeCorrigendum, async (actor, input) => {
  await proposeCorrigendum(actor, input)
  return { message: translations('corrigenda')('done') }
})

export const releaseCorrection = formAction(EndCorrigendum, async (actor, input) => {
  await releaseCorrigendum(actor, input)
  return { message: translations('corrigenda')('released') }
})

export const discardCorrection = formAction(EndCorrigendum, async (actor, input) => {
  await discardCorrigendum(actor, input)
  return { message: translations('corrigenda')('discarded') }
})
