import 'server-only'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { addMinutes } from 'date-fns/addMinutes'
import { subDays } from 'date-fns/subDays'
import { subMinutes } from 'date-fns/subMinutes'
import { databaseTime, db, type Tx, systemTransaction } from '@/lib/db/client'
import { Refused } from '@/lib/errors'
import { enqueueMail } from '@/lib/mail/enqueue'
import { LINK_MINUTES } from '@/lib/mail/kinds'
import { addressOf } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import { sha256 } from '@/lib/record/record'
import { signInLinkMail } from '../accounts/mails'
import { beginSignIn } from '../sign-in/sign-ins'
import { slowDown } from '../throttle/attempts'

/** Every request for a link takes this long, so that its time does not tell who is known. */
const SAME_TIME_MS = 350

/** The number of valid links; then no new one while the last is fresh. */
const LINKS = 5
const FRESH_MINUTES = 2

/**
 * Sends a sign-in link by mail to a person's address, and does nothing for any other address: the caller learns neither
 * from the answer nor from its time. Nobody is refused, because somebody else could have asked: if many links were
 * sent, the last of them, at most two minutes old, is still valid.
 */
export async function requestLink(
  { email, returnTo }: { email: string; returnTo: string },
  network: string,
): Promise<void> {
  await slowDown(network)
  await Promise.all([sendLink(email, returnTo), sleep(SAME_TIME_MS)])
}

function sendLink(email: string, returnTo: string): Promise<void> {
  return systemTransaction(async (tx) => {
    const person = await tx.person.findUnique({ where: { email, disabledAt: null } })
    if (!person || (await hasManyLinks(tx, email))) return
    const link = await makeLink(tx, email, returnTo)
    await enqueueMail(tx, signInLinkMail(person, link))
  })
}

async function hasManyLinks(tx: Tx, email: string): Promise<boolean> {
  const now = await databaseTime(tx)
  const sent = await tx.signInLink.findMany({
    where: { email, usedAt: null, createdAt: { gt: subMinutes(now, LINK_MINUTES) } },
    select: { createdAt: true },
  })
  const isFresh = sent.some(({ createdAt }) => createdAt > subMinutes(now, FRESH_MINUTES))
  return sent.length >= LINKS && isFresh
}

/**
 * Makes a sign-in link, good once and for ten minutes, and returns its whole address. The secret in
 * it is 256 random bits of which only the hash is kept.
 */
export async function makeLink(tx: Tx, email: string, returnTo: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = await databaseTime(tx)
  await tx.signInLink.deleteMany({ where: { expiresAt: { lt: subDays(now, 1) } } })
  await tx.signInLink.create({
    data: {
      email,
      tokenHash: sha256(token),
      returnTo,
      expiresAt: addMinutes(now, LINK_MINUTES),
    },
  })
  return addressOf(paths.signInLink(token))
}

/** The owner of a link, if it is still good; a look does not use it up. */
export async function findLink(token: string): Promise<{ email: string; returnTo: string } | null> {
  const rows = await db.$queryRaw<{ email: string; returnTo: string }[]>`
    SELECT link.email, link."returnTo" FROM "SignInLink" AS link
    JOIN "Person" AS person ON person.email = link.email AND person."disabledAt" IS NULL
    WHERE link."tokenHash" = ${sha256(token)} AND link."usedAt" IS NULL AND link."expiresAt" > now()`
  return rows[0] ?? null
}

/** The page to which a link leads, good or not, so that a new link leads there too; the home page for an unknown one. */
export async function pageOfLink(token: string): Promise<string> {
  const link = await db.signInLink.findUnique({
    where: { tokenHash: sha256(token) },
    select: { returnTo: true },
  })
  return link?.returnTo ?? paths.home
}

/**
 * Uses a link up, and the person's other links with it, and begins a sign-in. Refuses one that is
 * unknown, used or too old with one answer; of two at once, one is refused. Nobody guesses 256 random bits, so
 * attempts are not counted.
 */
export async function useLink(token: string): Promise<{ signInId: string; returnTo: string }> {
  return systemTransaction(async (tx) => {
    const [link] = await tx.$queryRaw<{ email: string; returnTo: string }[]>`
      UPDATE "SignInLink" SET "usedAt" = now()
      WHERE "tokenHash" = ${sha256(token)} AND "usedAt" IS NULL AND "expiresAt" > now()
      RETURNING email, "returnTo"`
    const person =
      link && (await tx.person.findUnique({ where: { email: link.email, disabledAt: null } }))
    if (!link || !person) throw new Refused('invalid', 'linkDead')
    await tx.signInLink.updateMany({
      where: { email: link.email, usedAt: null },
      data: { usedAt: await databaseTime(tx) },
    })
    return { signInId: await beginSignIn(tx, person.id), returnTo: link.returnTo }
  })
}
