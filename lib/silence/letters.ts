import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { announce, deskTopic } from '@/lib/live/announce'
import { enqueueMails } from '@/lib/mail/enqueue'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import { silenceTopic } from './live'

type Told = {
  id: string
  sessionId: string
  number: number
  title: string
}

/** What a letter tells: a key of `mail.letters.silence`, and once for each `matter` to an address. */
export type SilenceNews = {
  key: 'opened' | 'extended' | 'broken' | 'withdrawn' | 'resumed' | 'approved' | 'endedBroken'
  matter: string
  values: Record<string, string | number>
}

/**
 * Writes to every address of the roll, as it was frozen at the opening, once for a matter however often this is
 * asked. Returns how many letters were written.
 */
export async function tellRoll(tx: Tx, silence: Told, news: SilenceNews): Promise<number> {
  const { id, sessionId, number, title } = silence
  const { short, event, slug } = await letterSession(tx, sessionId)
  const address = addressOf(paths.silence(slug, number))
  const t = letters()
  const about = { ...news.values, session: short, event, title, address }
  const mails = (await addressesOf(tx, id)).map(({ email, name, capacity }) => ({
    id: randomUUID(),
    recipient: email,
    subject: t(`silence.${news.key}.subject`, about),
    text: t(`silence.${news.key}.text`, { ...about, name, capacity }),
  }))
  const known = await tx.silenceLetter.findMany({
    where: { silenceId: id, matter: news.matter },
    select: { email: true },
  })
  const told = new Set(known.map(({ email }) => email))
  const fresh = mails.filter(({ recipient }) => !told.has(recipient))
  await enqueueMails(tx, fresh)
  await tx.silenceLetter.createMany({
    data: fresh.map((mail) => ({
      silenceId: id,
      matter: news.matter,
      email: mail.recipient,
      mailId: mail.id,
    })),
  })
  await announce(tx, silenceTopic(id), ...(await readersOf(tx, id)).map(deskTopic))
  return fresh.length
}

/** Each address of the roll once, with the first place that has it. */
async function addressesOf(tx: Tx, silenceId: string) {
  const members = await tx.silenceMember.findMany({
    where: { silenceId },
    orderBy: { position: 'asc' },
    include: { addresses: { orderBy: { email: 'asc' } } },
  })
  const addresses = members.flatMap(({ capacity, addresses: own }) =>
    own.map(({ email, name }) => ({ email, name, capacity })),
  )
  return [...new Map(addresses.toReversed().map((one) => [one.email, one])).values()].toReversed()
}

/** Whose desk is told: who has an account under an address of the roll. */
async function readersOf(tx: Tx, silenceId: string): Promise<string[]> {
  const emails = (await addressesOf(tx, silenceId)).map(({ email }) => email.toLowerCase())
  const people = await tx.person.findMany({
    where: { email: { in: emails } },
    select: { id: true },
  })
  return people.map(({ id }) => id)
}
