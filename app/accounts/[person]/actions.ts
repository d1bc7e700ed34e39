'use server'

import {
  changeAddress,
  closeAccount,
  correctName,
  endSignIns,
  liftAccountLimits,
  reopenAccount,
  resetFactor,
} from '@/lib/auth/accounts/commands'
import { ChangeAddress, CorrectName, OneAccount } from '@/lib/auth/accounts/schema'
import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'

const done = () => translations('accounts.done')

export const close = formAction(OneAccount, async (actor, input) => ({
  message: done()('closed', { name: await closeAccount(actor, input) }),
}))

export const reopen = formAction(OneAccount, async (actor, input) => ({
  message: done()('reopened', { name: await reopenAccount(actor, input) }),
}))

export const endAll = formAction(OneAccount, async (actor, input) => ({
  message: done()('signInsEnded', { name: await endSignIns(actor, input) }),
}))

export const lift = formAction(OneAccount, async (actor, input) => ({
  message: done()('limitsLifted', { name: await liftAccountLimits(actor, input) }),
}))

export const resetApp = formAction(OneAccount, async (actor, input) => ({
  message: done()('factorReset', { name: await resetFactor(actor, input) }),
}))

export const newAddress = formAction(ChangeAddress, async (actor, input) => ({
  message: done()('addressChanged', { name: await changeAddress(actor, input) }),
}))

export const newName = formAction(CorrectName, async (actor, input) => ({
  message: done()('nameCorrected', { name: await correctName(actor, input) }),
}))
