import 'server-only'
import { createTranslator } from 'next-intl'
import { env } from '@/lib/env'
import type { MailToSend } from '@/lib/mail/enqueue'
import { paths } from '@/lib/paths'
import messages from '@/messages/en.json'

// Mails are also written outside of a request, where next-intl's own way to the messages is closed.
const translator = () => createTranslator({ locale: 'en', messages, namespace: 'mail.letters' })

/** The whole address of a page, for mails and the terminal. */
export function addressOf(path: string): string {
  const { APP_URL } = env()
  if (!APP_URL) throw new Error('APP_URL is not set: the server sets it when it starts.')
  return new URL(path, APP_URL).href
}

type Recipient = { email: string; name: string }

/** The mail with a sign-in link. */
export function signInLinkMail({ email, name }: Recipient, link: string): MailToSend {
  const t = translator()
  return {
    recipient: email,
    subject: t('signInLink.subject'),
    text: t('signInLink.text', { name, link }),
  }
}

/** Says that the password was changed, so that nobody changes it unseen. */
export function passwordChangedMail(email: string, name: string): MailToSend {
  const t = translator()
  const text = t('passwordChanged.text', { name, address: addressOf(paths.signIn()) })
  return { recipient: email, subject: t('passwordChanged.subject'), text }
}

/** Tells a person that they can sign in, and how. Bears no secret: it may be read days later. */
export function invitationMail({ email, name }: Recipient): MailToSend {
  const t = translator()
  const text = t('invitation.text', { name, email, address: addressOf(paths.signIn()) })
  return { recipient: email, subject: t('invitation.subject'), text }
}
