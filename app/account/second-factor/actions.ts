'use server'

import { z } from 'zod'
import {
  beginSetup,
  cancelSetup,
  confirmSetup,
  makeRecoveryCodes,
  turnOff,
} from '@/lib/auth/second-factor/commands'
import { ownHolder } from '@/lib/auth/second-factor/holder'
import { TypedCode } from '@/lib/auth/second-factor/schema'
import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'

export const begin = formAction(z.object({}), async (actor) => {
  await beginSetup(await ownHolder(actor))
})

export const confirm = formAction(TypedCode, async (actor, { code }) => {
  await confirmSetup(await ownHolder(actor), code)
})

export const cancel = formAction(z.object({}), async (actor) => {
  await cancelSetup(await ownHolder(actor))
  return { message: translations('secondFactor')('cancelled') }
})

export const makeCodes = formAction(z.object({}), async (actor) => ({
  answer: await makeRecoveryCodes(await ownHolder(actor)),
  message: translations('secondFactor')('made'),
}))

export const off = formAction(TypedCode, async (actor, { code }) => {
  await turnOff(await ownHolder(actor), code)
  return { message: translations('secondFactor')('turnedOff') }
})
