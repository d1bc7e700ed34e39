import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { announce, deskTopic } from '@/lib/live/announce'
import { enqueueMails } from '@/lib/mail/enqueue'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import { accountsOf } from '@/lib/sessions/bureau/accounts'
import { submits } from '@/lib/delegations/memberships/submitters'
import { silenceTopic } from './live'
import type { ReadSilence } from './load'

type Told = Pick<ReadSilence, 'id' | 'sessionId' | 'number' | 'title' | 'seats'>

/** The news of a letter: a key of `mail.letters.silence`, and once for each `matter` to an address. */
type SilenceNews = {
  key:
    | 'opened'
    | 'reminder'
    | 'extended'
    | 'extendedBroken'
    | 'broken'
    | 'withdrawn'
    | 'resumed'
    | 'approved'
    | 'endedBroken'
  matter: string
  values: Record<string, string | number>
  /** The values of the letter for this address alone. */
  own?: (to: Addressee) => Record<string, string>
  /** The places of the roll that are told; all, if it is not given. */
  places?: ReadonlySet<string>
  /** Addresses that are not written to. */
  except?: ReadonlySet<string>
}

/**
 * Somebody who is written to for a place of the roll, and whether that person signs in here. `addressId` is that of an
 * address that was frozen at the opening; null for a person who came to the place later, and signs in.
 */
export type Addressee = {
  addressId: string | null
  email: string
  name: string
  capacity: string
  hasAccount: boolean
}

/**
 * Writes to every address of the roll, or of the places that the news names, as it was frozen at the opening, and to all
 * who act for such a place now, once for a matter (idempotent). Returns the number of letters.
 */
export async function tellRoll(tx: Tx, silence: Told, news: SilenceNews): Promise<number> {
  const { id, sessionId, number, title } = silence
  const { short, event, slug } = await letterSession(tx, sessionId)
  const address = addressOf(paths.silence(slug, number))
  const addressees = await addresseesOf(tx, silence, news)
  const t = letters()
  const about = { ...news.values, session: short, event, title, address }
  const mails = addressees.map((to) => ({
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
  const addresses = new Set([...sentLetters.map(({ email }) => email), ...(news.except ?? [])])
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
  await announce(tx, silenceTopic(id), ...(await readersOf(tx, addressees)).map(deskTopic))
  return fresh.length
}

/** Each address of these places, and of who acts for one of them now, once, with the first place that has it. */
async function addresseesOf(
  tx: Tx,
  { id: silenceId, seats: all }: Told,
  { places }: Pick<SilenceNews, 'places'>,
): Promise<Addressee[]> {
  const seats = all.filter(({ id }) => !places || places.has(id))
  const members = await tx.silenceMember.findMany({
    where: { silenceId, ...(places && { id: { in: [...places] } }) },
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
  const isNew = (seat: Told['seats'][number]): boolean => {
    const member = members.find(({ id }) => id === seat.id)
    const account = member?.bureauMember && accounts.get(member.bureauMember.id)
    // The holder of the opening may have another address in the Bureau than for signing in.
    return !account || account.id !== seat.personId || member.addresses.length === 0
  }
  const newcomers = (await actingNow(tx, seats.filter(isNew))).map(({ seatId, ...person }) => ({
    addressId: null,
    ...person,
    capacity: members.find(({ id }) => id === seatId)?.capacity ?? '',
    hasAccount: true,
  }))
  return [
    ...new Map(
      [...addresses, ...newcomers].toReversed().map((address) => [address.email, address]),
    ).values(),
  ].toReversed()
}

/** The people who can break the silence for a place now: who may submit for its delegation, or holds its capacity. */
export async function actingNow(
  tx: Pick<Tx, 'representative' | 'person'>,
  seats: Told['seats'],
): Promise<{ seatId: string; name: string; email: string }[]> {
  const inDelegations = await tx.representative.findMany({
    where: { ...submits, delegationId: { in: seats.flatMap((seat) => seat.delegationId ?? []) } },
    orderBy: { id: 'asc' },
    select: { delegationId: true, person: { select: { name: true, email: true } } },
  })
  const holders = await tx.person.findMany({
    where: { id: { in: seats.flatMap((seat) => seat.personId ?? []) }, disabledAt: null },
    select: { id: true, name: true, email: true },
  })
  return seats.flatMap(({ id: seatId, delegationId, personId }) => [
    ...inDelegations
      .filter((place) => place.delegationId === delegationId)
      .map(({ person }) => ({ seatId, ...person })),
    ...holders
      .filter(({ id }) => id === personId)
      .map(({ name, email }) => ({ seatId, name, email })),
  ])
}

/** The desks to notify: people with an account under one of these addresses. */
async function readersOf(tx: Tx, addressees: readonly Addressee[]): Promise<string[]> {
  const emails = addressees.map(({ email }) => email.toLowerCase())
  const people = await tx.person.findMany({
    where: { email: { in: emails } },
    select: { id: true },
  })
  return people.map(({ id }) => id)
}
