import { allOf, ALLOWED, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, isSecretariat } from '@/lib/delegations/actor'
import type { MailState } from './mail-state'

/** The Secretariat has a mail sent again that was given up, once the cause is mended. */
export const canSendMailAgain = (actor: Actor, { state }: { state: MailState }): Decision =>
  allOf(
    allowedIf(isSecretariat(actor), 'secretariatOnly'),
    state === 'failed' ? ALLOWED : refusal('conflict', 'mailNotGivenUp'),
  )
