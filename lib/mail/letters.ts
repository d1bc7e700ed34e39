import 'server-only'
import { createTranslator } from 'next-intl'
import { env } from '@/lib/env'
import messages from '@/messages/en.json'

/** The sentences of mails. They are also written outside of a request, where next-intl's own way is closed. */
export const letters = () => createTranslator({ locale: 'en', messages, namespace: 'mail.letters' })

/** The whole address of a page, for mails and the terminal. */
export function addressOf(path: string): string {
  const { APP_URL } = env()
  if (!APP_URL) throw new Error('APP_URL is not set: the server sets it when it starts.')
  return new URL(path, APP_URL).href
}
