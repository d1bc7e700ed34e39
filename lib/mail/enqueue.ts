import 'server-only'
import type { Prisma } from '@/lib/db/generated/client'
import { databaseTime, type Tx } from '@/lib/db/client'
import { oneLine } from '@/lib/text/one-line'
import { isLetter, type LINK_TOPIC } from './kinds'

/** A mail of plain text to one address; `id` if the act that writes it refers to it. */
export type MailToSend = {
  id?: string
  topic?: typeof LINK_TOPIC
  recipient: string
  subject: string
  text: string
}

/**
 * Lets a mail be sent once the act that causes it is committed; if the act is undone, so is the
 * mail. Put no draft's text into one.
 */
export const enqueueMail = (tx: Tx, mail: MailToSend): Promise<void> => enqueueMails(tx, [mail])

/** The same for several, in one statement. */
export async function enqueueMails(tx: Tx, mails: readonly MailToSend[]): Promise<void> {
  if (mails.length === 0) return
  await tx.mail.createMany({
    data: mails.map(({ id, topic, recipient, subject, text }) => ({
      ...(id && { id }),
      ...(topic && { topic }),
      recipient,
      subject: oneLine(subject),
      text,
    })),
  })
}

const HOUR = 3_600_000

/**
 * The same for a letter that a person gets once an hour at most: a pending letter of the topic is rewritten with the
 * news of both, else a letter is sent an hour after the last. `write` gets the news of the pending letter, null for
 * none, and returns the letter with its present news. Acts of a topic must have an order.
 */
export async function enqueueHourly<About>(
  tx: Tx,
  { recipient, topic, read }: { recipient: string; topic: string; read: (about: unknown) => About },
  write: (waiting: About | null) => Promise<{ subject: string; text: string; about: About }>,
): Promise<void> {
  const last = await tx.mail.findFirst({
    where: { recipient, topic },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  // A letter that was tried already may be on its way: it is not overwritten. If no mail leaves, a letter waits an
  // hour.
  const now = await databaseTime(tx)
  const waits =
    last &&
    !last.sentAt &&
    last.attempts === 0 &&
    last.nextAttemptAt.getTime() + HOUR > now.getTime()
  const { subject, text, about } = await write(waits ? read(last.about) : null)
  const letter = { subject: oneLine(subject), text, about: about as Prisma.InputJsonValue }
  if (waits) {
    const { count } = await tx.mail.updateMany({
      where: { id: last.id, sentAt: null, attempts: 0 },
      data: letter,
    })
    if (count > 0) return
  }
  await tx.mail.create({
    data: {
      recipient,
      topic,
      ...letter,
      ...(last && {
        nextAttemptAt: new Date((last.sentAt ?? last.createdAt).getTime() + HOUR),
      }),
    },
  })
}

/**
 * Sends the mail that did not leave, or was given up, to the new address of its recipient. A sign-in link of the former
 * address stays: it is worth nothing.
 */
export async function readdressMail(tx: Tx, from: string, to: string): Promise<void> {
  await tx.mail.updateMany({
    where: {
      recipient: from,
      sentAt: null,
      ...isLetter,
    },
    data: {
      recipient: to,
      attempts: 0,
      lastError: null,
      nextAttemptAt: await databaseTime(tx),
    },
  })
}
