import 'server-only'
import { db } from '@/lib/db/client'
import { givenUp } from './kinds'

/** A mail that was given up. */
export type Undelivered = { at: Date; error: string }

/** For each address at which no mail arrives: the last mail that was given up. An address that got a later mail is not among them. */
export async function findUndelivered(
  addresses: readonly string[],
): Promise<Map<string, Undelivered>> {
  const recipient = { in: [...addresses] }
  const lost = await db.mail.findMany({
    where: { recipient, ...givenUp },
    orderBy: { createdAt: 'asc' },
    select: { recipient: true, createdAt: true, lastError: true },
  })
  if (lost.length === 0) return new Map()
  const sent = await db.mail.groupBy({
    by: ['recipient'],
    where: { recipient: { in: lost.map((mail) => mail.recipient) }, sentAt: { not: null } },
    _max: { createdAt: true },
  })
  const lastSent = new Map(sent.map((mail) => [mail.recipient, mail._max.createdAt]))
  return new Map(
    lost
      .filter((mail) => mail.createdAt > (lastSent.get(mail.recipient) ?? new Date(0)))
      .map((mail) => [mail.recipient, { at: mail.createdAt, error: mail.lastError ?? '' }]),
  )
}
