'use server'

import { formAction } from '@/lib/http/action'
import { sendMailAgain } from '@/lib/notifications/commands'
import { OneMail } from '@/lib/notifications/schema'
import { translations } from '@/lib/messages'

export const sendAgain = formAction(OneMail, async (actor, input) => {
  await sendMailAgain(actor, input)
  return { message: translations('mail')('willBeSent') }
})
