import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { subDays } from 'date-fns/subDays'
import nodemailer, { type Transporter } from 'nodemailer'
import { databaseTime, db, type Tx } from '@/lib/db/client'
import { env } from '@/lib/env'
import { concealLinks } from './conceal'
import { ATTEMPTS, LINK_MINUTES, LINK_TOPIC } from './kinds'

const PAUSE_MS = 2_000
const AT_ONCE = 10
/** A server that says nothing for so long takes no mail now. */
const SILENCE_MS = 30_000
/** The time after which the rest of what was claimed is left: another instance may take it five minutes after the claim. */
const ENOUGH_MS = 120_000
/** The days after which a mail that was due and never tried is no longer news. */
const STALE_DAYS = 7

/**
 * Delivers the mail that acts wrote, until the function that it returns is called; that function waits for deliveries
 * under way. Several instances share the work. Without SMTP_URL it delivers nothing.
 */
export function startDelivery(pause = PAUSE_MS): () => Promise<void> {
  const { SMTP_URL } = env()
  if (!SMTP_URL) return async () => {}
  const stopped = new AbortController()
  const smtp = nodemailer.createTransport(
    {
      url: SMTP_URL,
      connectionTimeout: SILENCE_MS,
      greetingTimeout: SILENCE_MS,
      socketTimeout: SILENCE_MS,
    },
    { from: env().MAIL_FROM },
  )
  const ended = deliverUntil(stopped.signal, smtp, pause)
  return async () => {
    stopped.abort()
    await ended
    smtp.close()
  }
}

async function deliverUntil(stopped: AbortSignal, smtp: Transporter, pause: number) {
  await giveUpStale().catch((error: unknown) =>
    console.error('Stale mail could not be given up:', error),
  )
  while (!stopped.aborted) {
    try {
      const enough = performance.now() + ENOUGH_MS
      const claimed = await claimMail(db)
      for (const mail of claimed)
        if (!stopped.aborted && performance.now() < enough) await deliver(smtp, mail)
      if (claimed.length === AT_ONCE) continue
    } catch (error) {
      console.error('Mail could not be delivered:', error)
    }
    await sleep(pause, undefined, { signal: stopped }).catch(() => {})
  }
}

/**
 * Gives up what was due a week ago and never tried, as no mail server was set or no server ran: old deadlines do not
 * arrive as news once one is set. The Secretariat can send each again.
 */
async function giveUpStale() {
  await db.mail.updateMany({
    where: {
      sentAt: null,
      attempts: 0,
      nextAttemptAt: { lt: subDays(await databaseTime(db), STALE_DAYS) },
    },
    data: { attempts: ATTEMPTS, lastError: `no mail server took it for ${STALE_DAYS} days` },
  })
}

type Claimed = { id: string; recipient: string; subject: string; text: string; attempts: number }

/**
 * Takes mail that is due, for five minutes: no other instance takes it meanwhile, and if this
 * process dies another one tries again. The attempt after the n-th comes 2^n minutes later, at most six hours.
 * Sign-in links, which soon end, go before the letters of a long list, and not at all once they are over. Materialized:
 * a plan that reads the rows again for each mail would take more of them than the limit.
 */
export function claimMail(tx: Pick<Tx, '$queryRaw'>): Promise<Claimed[]> {
  return tx.$queryRaw<Claimed[]>`
    WITH due AS MATERIALIZED (
      SELECT id FROM "Mail"
      WHERE "sentAt" IS NULL AND "nextAttemptAt" <= now() AND attempts < ${ATTEMPTS}
        AND (topic IS DISTINCT FROM ${LINK_TOPIC}
          OR "createdAt" > now() - make_interval(mins => ${LINK_MINUTES}::int))
      ORDER BY topic IS DISTINCT FROM ${LINK_TOPIC}, "nextAttemptAt", id
      LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
    UPDATE "Mail" m SET attempts = m.attempts + 1,
      "nextAttemptAt" = now() + greatest(interval '5 minutes',
        least(interval '6 hours', interval '1 minute' * power(2, m.attempts)))
    FROM due WHERE m.id = due.id
    RETURNING m.id, m.recipient, m.subject, m.text, m.attempts`
}

/**
 * Whether the server refuses the recipient or the letter for good. Another permanent error (5xx) is about this
 * installation, such as a wrong password or sender, or a policy (5.7): the operator mends it, and no letter may be lost.
 */
function isForGood({ responseCode = 0, response = '', command = '' }: SmtpError): boolean {
  return (
    responseCode >= 500 &&
    (command === 'RCPT TO' || command === 'DATA') &&
    !/^\d{3}[ -]5\.7\./.test(response)
  )
}

type SmtpError = Error & { responseCode?: number; response?: string; command?: string }

/** Sends one mail. A sent mail keeps no secret; one that is refused for good is not tried again. */
async function deliver(smtp: Transporter, { id, recipient, subject, text }: Claimed) {
  try {
    const messageId = `<${id}@${new URL(env().APP_URL ?? 'http://localhost').hostname}>`
    await smtp.sendMail({ to: { name: '', address: recipient }, subject, text, messageId })
  } catch (error) {
    const failure = error as SmtpError
    const lastError = failure.message.slice(0, 500)
    const never = isForGood(failure) && { attempts: ATTEMPTS }
    await db.mail.update({ where: { id }, data: { lastError, ...never } })
    return
  }
  await db.$executeRaw`
    UPDATE "Mail" SET "sentAt" = now(), "lastError" = NULL, text = ${concealLinks(text, '…')}
    WHERE id = ${id}::uuid`
}
