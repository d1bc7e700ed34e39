'use server'

import { formAction } from '@/lib/http/action'
import { addAddressees, removeAddressee } from '@/lib/circulation/addressees/commands'
import {
  createCirculation,
  editCirculation,
  extendCirculation,
  openCirculation,
} from '@/lib/circulation/commands'
import {
  AddAddressees,
  CreateCirculation,
  EditCirculation,
  ExtendCirculation,
  OneAddressee,
  OpenCirculation,
} from '@/lib/circulation/schema'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

const says = (key: 'prepared' | 'saved' | 'opened' | 'extended' | 'removed') =>
  translations('circulationSetup.said')(key)

export const create = formAction(CreateCirculation, async (actor, input) => {
  const { slug, id } = await createCirculation(actor, input)
  return { goTo: paths.manageCirculation(slug, id), message: says('prepared') }
})

export const edit = formAction(EditCirculation, async (actor, input) => {
  const { slug, id } = await editCirculation(actor, input)
  return { goTo: paths.manageCirculation(slug, id), message: says('saved') }
})

export const open = formAction(OpenCirculation, async (actor, input) => {
  const { slug, id } = await openCirculation(actor, input)
  return { goTo: paths.addressees(slug, id), message: says('opened') }
})

export const extend = formAction(ExtendCirculation, async (actor, input) => {
  const { slug, id } = await extendCirculation(actor, input)
  return { goTo: paths.manageCirculation(slug, id), message: says('extended') }
})

export const add = formAction(AddAddressees, async (actor, input) => {
  const { slug, id, added } = await addAddressees(actor, input)
  const message = translations('addressees')('added', { count: added })
  return { goTo: paths.addressees(slug, id), message }
})

export const remove = formAction(OneAddressee, async (actor, input) => {
  const { slug, id } = await removeAddressee(actor, input)
  return { goTo: paths.addressees(slug, id), message: says('removed') }
})
