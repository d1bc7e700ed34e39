import { addMinutes } from 'date-fns/addMinutes'
import { ATTEMPTS, LINK_MINUTES, LINK_TOPIC } from '@/lib/mail/kinds'

export type MailState = 'sent' | 'kept' | 'waiting' | 'retrying' | 'failed' | 'over'

type MailFacts = {
  topic: string | null
  createdAt: Date
  sentAt: Date | null
  attempts: number
  lastError: string | null
}

/** How far a mail is; `over` is a sign-in link that no server took while it was good. `isSent`: mail leaves this installation. */
export function mailState(mail: MailFacts, isSent: boolean, now: Date): MailState {
  if (mail.sentAt) return 'sent'
  if (mail.topic === LINK_TOPIC && addMinutes(mail.createdAt, LINK_MINUTES) <= now) return 'over'
  if (mail.attempts >= ATTEMPTS) return 'failed'
  if (!isSent) return 'kept'
  return mail.lastError ? 'retrying' : 'waiting'
}
