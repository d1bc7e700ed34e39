import 'server-only'
import { env } from '@/lib/env'
import { translations } from '@/lib/messages'

/** The sentences of mails. */
export const letters = () => translations('mail.letters')

/** The whole address of a page, for mails and the terminal. */
export function addressOf(path: string): string {
  const { APP_URL } = env()
  if (!APP_URL) throw new Error('APP_URL is not set: the server sets it when it starts.')
  return new URL(path, APP_URL).href
}
