import type { addresseeStates } from '@/lib/circulation/schema'
import { ATTEMPTS } from '@/lib/mail/kinds'

export type AddresseeState = (typeof addresseeStates)[number]

/** The mails to one addressee. */
export type SentMail = { sentAt: Date | null; attempts: number; lastError: string | null }

/** The facts from which it follows how far an addressee is. */
type AddresseeFacts = {
  mails: readonly SentMail[]
  firstOpenedAt: Date | null
  /** Whether the addressee has comments in hand. Only the delegation sees them. */
  hasInHand: boolean
  /** The number of its comments that count. */
  answers: number
}

const hasBounced = ({ sentAt, attempts, lastError }: SentMail): boolean =>
  sentAt === null && lastError !== null && attempts >= ATTEMPTS

/** The state of an addressee: the furthest event; if none happened, a mail that no server took. */
export function addresseeState({ mails, ...facts }: AddresseeFacts): AddresseeState {
  if (facts.answers > 0) return 'answered'
  if (facts.hasInHand) return 'inHand'
  if (facts.firstOpenedAt) return 'opened'
  if (mails.length > 0 && mails.every(hasBounced)) return 'bounced'
  return mails.length > 0 ? 'written' : 'notWritten'
}
