'use server'

import { z } from 'zod'
import { formAction } from '@/lib/http/action'
import { paths } from '@/lib/paths'
import {
  moveListItem,
  placeProposals,
  removeListItem,
  updateListItem,
} from '@/lib/proposals/preliminary-list/commands'
import {
  addHeading,
  moveHeading,
  removeHeading,
  renameHeading,
} from '@/lib/proposals/preliminary-list/heading-commands'
import { issueList } from '@/lib/proposals/preliminary-list/issue'
import {
  AddListHeading,
  IssueList,
  MoveListHeading,
  MoveListItem,
  OneListHeading,
  OneListItem,
  PlaceProposals,
  RenameListHeading,
} from '@/lib/proposals/preliminary-list/schema'
import { translations } from '@/lib/messages'

const back = <T extends { slug: string }>({ slug }: T) => ({ goTo: paths.list(slug) })

export const place = formAction(PlaceProposals, async (actor, input) => {
  await placeProposals(actor, input)
  return back(input)
})

const ItemAct = OneListItem.extend({ act: z.enum(['update', 'remove']) })

export const changeItem = formAction(ItemAct, async (actor, { act, ...input }) => {
  await (act === 'update' ? updateListItem : removeListItem)(actor, input)
  return back(input)
})

export const moveItem = formAction(MoveListItem, async (actor, input) => {
  await moveListItem(actor, input)
  return back(input)
})

/** The same by drag or keyboard: the page stays, and says the new place of the item. */
export const dragItem = formAction(MoveListItem, async (actor, input) => {
  await moveListItem(actor, input)
  const t = translations('lists')
  return { message: t('moved', { place: input.position }) }
})

export const add = formAction(AddListHeading, async (actor, input) => {
  await addHeading(actor, input)
  return back(input)
})

export const rename = formAction(RenameListHeading, async (actor, input) => {
  await renameHeading(actor, input)
  return back(input)
})

export const moveWhole = formAction(MoveListHeading, async (actor, input) => {
  await moveHeading(actor, input)
  return back(input)
})

export const removeWhole = formAction(OneListHeading, async (actor, input) => {
  await removeHeading(actor, input)
  return back(input)
})

export const issue = formAction(IssueList, async (actor, input) => {
  await issueList(actor, input)
  return back(input)
})
