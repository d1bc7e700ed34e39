'use server'

import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import {
  addMandate,
  changeGroup,
  makeGroup,
  removeMandate,
  setGroupOfStates,
  setWorkplan,
} from '@/lib/sessions/groups/commands'
import {
  AddMandate,
  ChangeGroup,
  MakeGroup,
  RemoveMandate,
  SetGroupOfStates,
  SetWorkplan,
} from '@/lib/sessions/groups/schema'

const notice = (key: string) => translations('said')(key)

export const make = formAction(MakeGroup, async (actor, input) => ({
  goTo: paths.group(await makeGroup(actor, input)),
  message: notice('groupMade'),
}))

export const change = formAction(ChangeGroup, async (actor, input) => ({
  goTo: paths.group(await changeGroup(actor, input)),
  message: notice('groupSaved'),
}))

export const add = formAction(AddMandate, async (actor, input) => ({
  goTo: paths.group(await addMandate(actor, input)),
  message: notice('groupSaved'),
}))

export const remove = formAction(RemoveMandate, async (actor, input) => ({
  goTo: paths.group(await removeMandate(actor, input)),
  message: notice('groupSaved'),
}))

export const setStates = formAction(SetGroupOfStates, async (actor, input) => ({
  goTo: paths.group(await setGroupOfStates(actor, input)),
  message: notice('groupSaved'),
}))

export const plan = formAction(SetWorkplan, async (actor, input) => ({
  goTo: paths.workplan(await setWorkplan(actor, input)),
  message: notice('groupSaved'),
}))
