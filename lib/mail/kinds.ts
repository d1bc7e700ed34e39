import type { Prisma } from '@/lib/db/generated/client'

/** The number of attempts after which a mail is given up: the last is about two days after the first. */
export const ATTEMPTS = 14

/** The topic of a mail with a sign-in link, which soon ends: it goes first, and not once the link is over. */
export const LINK_TOPIC = 'signInLink'
/** The minutes for which a sign-in link is good. */
export const LINK_MINUTES = 10

/** The `where` of a mail that was given up. */
export const givenUp = { sentAt: null, attempts: { gte: ATTEMPTS } } as const
/** The `where` of a mail that is no sign-in link. */
export const isLetter = {
  OR: [{ topic: null }, { topic: { not: LINK_TOPIC } }],
} satisfies Prisma.MailWhereInput
