import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { announce, deskTopic } from '@/lib/live/announce'
import { enqueueMails } from '@/lib/mail/enqueue'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import { accountsOf } from '@/lib/sessions/bureau/accounts'
import { silenceTopic } from './live'

type Told = {
  id: string
  sessionId: string
  number: number
  title: string
}

/** The news of a letter: a key of `mail.letters.silence`, and once for each `matter` to an address. */
export type SilenceNews = {
  key: 'opened' | 'extended' | 'broken' | 'withdrawn' | 'resumed' | 'approved' | 'endedBroken'
  matter: string
  values: Record<string, string | number>
  /** The values of the letter for this address alone. */
  own?: (to: Addressee) => Record<string, string>
}

/** An address of the roll: the holder of the place, and whether that person signs in here. */
export type Addressee = {
  addressId: string
  email: string
  name: string
  capacity: string
  hasAccount: boolean
}

/**
 * Writes to every address of the roll, as it was frozen at the opening, once for a matter (idempotent). Returns the
 * number of letters.
 */
export async function tellRoll(tx: Tx, silence: Told, news: SilenceNews): Promise<number> {
  const { id, sessionId, number, title } = silence
  const { short, event, slug } = await letterSession(tx, sessionId)
  const address = addressOf(paths.silence(slug, number))
  const t = letters()
  const about = { ...news.values, session: short, event, title, address }
  const mails = (await addressesOf(tx, id)).map((to) => ({
    id: randomUUID(),
    recipient: to.email,
    subject: t(`silence.${news.key}.subject`, about),
    text: t(`silence.${news.key}.text`, {
      ...about,
      ...news.own?.(to),
      name: to.name,
      capacity: to.capacity,
    }),
  }))
  const sentLetters = await tx.silenceLetter.findMany({
    where: { silenceId: id, matter: news.matter },
    select: { email: true },
  })
  const addresses = new Set(sentLetters.map(({ email }) => email))
  const fresh = mails.filter(({ recipient }) => !addresses.has(recipient))
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
async function addressesOf(tx: Tx, silenceId: string): Promise<Addressee[]> {
  const members = await tx.silenceMember.findMany({
    where: { silenceId },
    orderBy: { position: 'asc' },
    include: {
      addresses: { orderBy: { email: 'asc' } },
      bureauMember: { select: { id: true, personId: true, email: true } },
    },
  })
  const accounts = await accountsOf(
    tx,
    members.flatMap(({ bureauMember }) => bureauMember ?? []),
  )
  const addresses = members.flatMap(({ capacity, addresses: memberAddresses, bureauMember }) =>
    memberAddresses.map(({ id: addressId, email, name }) => ({
      addressId,
      email,
      name,
      capacity,
      hasAccount: bureauMember === null || accounts.has(bureauMember.id),
    })),
  )
  return [
    ...new Map(addresses.toReversed().map((address) => [address.email, address])).values(),
  ].toReversed()
}

/** The desks to notify: people with an account under an address of the roll. */
async function readersOf(tx: Tx, silenceId: string): Promise<string[]> {
  const emails = (await addressesOf(tx, silenceId)).map(({ email }) => email.toLowerCase())
  const people = await tx.person.findMany({
    where: { email: { in: emails } },
    select: { id: true },
  })
  return people.map(({ id }) => id)
}
