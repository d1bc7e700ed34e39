import 'server-only'
import { databaseTime, db } from '@/lib/db/client'
import { isSecretariat, type SignedIn } from '@/lib/delegations/actor'
import { env } from '@/lib/env'
import { authorize } from '@/lib/errors'
import { concealLinks } from '@/lib/mail/conceal'
import { canSendMailAgain } from './policy'
import { type MailState, mailState } from './mail-state'

/** A mail as the Secretariat reads it. */
export type MailView = {
  id: string
  recipient: string
  subject: string
  text: string
  createdAt: Date
  sentAt: Date | null
  state: MailState
  attempts: number
  lastError: string
  canBeSentAgain: boolean
}

const PAGE = 50

/** Whether mail leaves this installation; without SMTP_URL it stays in the database. */
export const mailIsSent = (): boolean => Boolean(env().SMTP_URL)

/**
 * Whether the Secretariat reads sign-in links here: in the demonstration alone, where every password is known.
 * Elsewhere a link is a secret of its recipient, which would open a delegation's drafts. If no mail is sent, the
 * operator hands links over from the command line, which the record shows.
 */
export const showsLinks = (): boolean => env().DEMONSTRATION

/** Whether letters, and the links in them, come to the people to whom they are written. */
export const mailArrives = (): boolean => mailIsSent() || showsLinks()

/** The mail that was written, newest first, for the Secretariat; `concealed` stands for a hidden link. */
export async function listMail(
  actor: SignedIn,
  page: number,
  concealed: string,
): Promise<{ mails: MailView[]; hasOlder: boolean }> {
  authorize(isSecretariat(actor), 'secretariatOnly')
  const rows = await db.mail.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * PAGE,
    take: PAGE + 1,
  })
  const now = await databaseTime(db)
  const mails = rows.slice(0, PAGE).map((mail) => {
    const state = mailState(mail, mailIsSent(), now)
    return {
      ...mail,
      lastError: mail.lastError ?? '',
      text: showsLinks() ? mail.text : concealLinks(mail.text, concealed),
      state,
      canBeSentAgain: canSendMailAgain(actor, { state }).allowed,
    }
  })
  return { mails, hasOlder: rows.length > PAGE }
}
