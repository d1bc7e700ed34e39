import 'server-only'
import type { MailToSend } from '@/lib/mail/enqueue'
import { LINK_TOPIC } from '@/lib/mail/kinds'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'

type Recipient = { email: string; name: string }

/** The mail with a sign-in link. */
export function signInLinkMail({ email, name }: Recipient, link: string): MailToSend {
  const t = letters()
  return {
    topic: LINK_TOPIC,
    recipient: email,
    subject: t('signInLink.subject'),
    text: t('signInLink.text', { name, link }),
  }
}

/** Tells a person the act of the Secretariat on their account, so that it does not go unseen. */
export function accountMail(
  act: 'closed' | 'reopened' | 'signInsEnded' | 'addressChanged' | 'nameCorrected',
  { email, name }: Recipient,
  honorific = '',
): MailToSend {
  const t = letters()
  return {
    recipient: email,
    subject: t(`account.${act}.subject`),
    text: t(`account.${act}.text`, {
      name,
      shown: `${honorific} ${name}`.trim(),
      address: addressOf(paths.signIn()),
    }),
  }
}

/** Tells a person that their second factor changed, or that a recovery code was used. */
export function factorMail(
  event: 'setUp' | 'turnedOff' | 'recovered' | 'reset',
  { email, name }: Recipient,
): MailToSend {
  const t = letters()
  return {
    recipient: email,
    subject: t(`factor.${event}.subject`),
    text: t(`factor.${event}.text`, { name, address: addressOf(paths.signIn()) }),
  }
}

/** Says that the password was changed, so that nobody changes it unseen. */
export function passwordChangedMail(email: string, name: string): MailToSend {
  const t = letters()
  const text = t('passwordChanged.text', { name, address: addressOf(paths.signIn()) })
  return { recipient: email, subject: t('passwordChanged.subject'), text }
}

/** Tells a person that they can sign in, and how. Contains no secret: it may be read days later. */
export function invitationMail({ email, name }: Recipient): MailToSend {
  const t = letters()
  const text = t('invitation.text', { name, email, address: addressOf(paths.signIn()) })
  return { recipient: email, subject: t('invitation.subject'), text }
}
