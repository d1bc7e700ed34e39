import 'server-only'
import type { Tx } from '@/lib/db/client'

/** A mail of plain text to one address. */
export type MailToSend = { recipient: string; subject: string; text: string }

/**
 * Lets a mail be sent once the act that causes it is committed; if the act is undone, so is the
 * mail. Put no draft's text into one.
 */
export async function enqueueMail(tx: Tx, { recipient, subject, text }: MailToSend): Promise<void> {
  await tx.mail.create({
    data: { recipient, subject: subject.replace(/\s+/g, ' ').trim(), text },
  })
}
