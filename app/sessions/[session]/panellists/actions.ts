'use server'

import { formAction } from '@/lib/http/action'
import { addPanellist, setPanellists } from '@/lib/meetings/panellists/commands'
import { AddPanellist, SetPanellists } from '@/lib/meetings/panellists/schema'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

export const set = formAction(SetPanellists, async (actor, input) => ({
  goTo: paths.panellists(await setPanellists(actor, input)),
  message: translations('said')('panellistsSet'),
}))

export const add = formAction(AddPanellist, async (actor, input) => ({
  goTo: paths.panellists(await addPanellist(actor, input)),
  message: translations('said')('panellistsSet'),
}))
