import 'server-only'
import { submits } from '@/lib/delegations/memberships/submitters'
import { printSeatTime, printUtcTime } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { enqueueMails } from '@/lib/mail/enqueue'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import { mergeLetter } from './merge-fields'

/** A contact person of an addressee: somebody who may submit for its delegation. */
export type Contact = {
  personId: string
  email: string
  name: string
  delegationId: string
  delegation: string
}

type Circulated = {
  id: string
  title: string
  letter: string
  openUntil: Date
  slug: string
  short: string
  event: string
  symbols: string
}

type Written = { subject: string; text: string }

/** The covering letter to the contact people of all addressees, or of these delegations; once to each. */
export async function sendLetters(
  tx: Tx,
  circulationId: string,
  delegationIds?: readonly string[],
): Promise<number> {
  const circulated = await loadCirculated(tx, circulationId)
  const contacts = await contactsOf(tx, circulationId, delegationIds)
  return send(tx, circulated, { kind: 'letter', contacts }, (to) => coveringLetter(circulated, to))
}

/** The later deadline and its reason, to the contact people of all addressees. */
export async function sendExtension(
  tx: Tx,
  circulationId: string,
  { id, openUntil, reason }: { id: string; openUntil: Date; reason: string },
): Promise<void> {
  const circulated = { ...(await loadCirculated(tx, circulationId)), openUntil }
  const contacts = await contactsOf(tx, circulationId)
  const t = letters()
  await send(tx, circulated, { kind: `extension ${id}`, contacts }, (to) => {
    const about = { ...factsOf(circulated, to), reason }
    return { subject: t('circulation.extended', about), text: t('circulation.extendedText', about) }
  })
}

/** A reminder, a number of days before the deadline, to the contact people of delegations that have not answered. */
export async function sendReminder(
  tx: Tx,
  circulationId: string,
  { days, delegationIds }: { days: number; delegationIds: readonly string[] },
): Promise<number> {
  const circulated = await loadCirculated(tx, circulationId)
  const contacts = await contactsOf(tx, circulationId, delegationIds)
  const until = circulated.openUntil.toISOString()
  const t = letters()
  return send(tx, circulated, { kind: `reminder ${days} ${until}`, contacts }, (to) => {
    const about = factsOf(circulated, to)
    return { subject: t('circulation.reminder', about), text: t('circulation.reminderText', about) }
  })
}

/** The covering letter as this addressee gets it; for the preview too. */
export function coveringLetter(circulated: Circulated, to: Contact): Written {
  const t = letters()
  const facts = factsOf(circulated, to)
  const text = mergeLetter(circulated.letter, {
    name: to.delegation,
    contact: to.name,
    deadline: facts.until,
    deadlineUtc: facts.untilUtc,
    address: facts.address,
    lists: circulated.symbols,
  })
  return {
    subject: t('circulation.letter', facts),
    text: `${text}\n\n${t('circulation.letterEnd', facts)}`,
  }
}

/** The facts in a circulation's letters. */
export async function loadCirculated(
  tx: Pick<Tx, 'circulation' | 'session'>,
  id: string,
): Promise<Circulated> {
  const { lists, sessionId, ...circulation } = await tx.circulation.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      title: true,
      letter: true,
      openUntil: true,
      sessionId: true,
      lists: {
        orderBy: { position: 'asc' },
        select: { list: { select: { symbol: true, session: { select: { ordinal: true } } } } },
      },
    },
  })
  const session = await letterSession(tx, sessionId)
  const symbols = lists.map(({ list }) => list.symbol).filter(Boolean)
  return { ...circulation, ...session, symbols: symbols.join(', ') }
}

const factsOf = ({ id, slug, short, event, title, openUntil }: Circulated, to: Contact) => ({
  session: short,
  event,
  title,
  name: to.name,
  delegation: to.delegation,
  until: printSeatTime(openUntil),
  untilUtc: printUtcTime(openUntil),
  address: addressOf(paths.circulationComments(slug, id)),
})

/** The people who may submit for the addressed delegations; a person who does so for two gets a letter for each. */
async function contactsOf(
  tx: Pick<Tx, 'representative'>,
  circulationId: string,
  delegationIds?: readonly string[],
): Promise<Contact[]> {
  const seats = await tx.representative.findMany({
    where: {
      ...submits,
      delegation: {
        state: { not: 'withdrawn' },
        circulationAddressees: { some: { circulationId } },
        ...(delegationIds && { id: { in: [...delegationIds] } }),
      },
    },
    orderBy: [{ delegation: { sortKey: 'asc' } }, { id: 'asc' }],
    select: {
      person: { select: { id: true, email: true, name: true } },
      delegation: { select: { id: true, name: true } },
    },
  })
  return seats.map(({ person: { id: personId, ...person }, delegation }) => ({
    personId,
    ...person,
    delegationId: delegation.id,
    delegation: delegation.name,
  }))
}

/** Writes each letter once: to a person who has one of this kind for the delegation, none is written. */
async function send(
  tx: Tx,
  { id: circulationId }: Circulated,
  { kind, contacts }: { kind: string; contacts: readonly Contact[] },
  write: (to: Contact) => Written,
): Promise<number> {
  const earlierLetters = await tx.circulationLetter.findMany({
    where: { circulationId, kind },
    select: { personId: true, delegationId: true },
  })
  const sentKeys = new Set(
    earlierLetters.map(({ personId, delegationId }) => `${personId} ${delegationId}`),
  )
  const mails = contacts
    .filter(({ personId, delegationId }) => !sentKeys.has(`${personId} ${delegationId}`))
    .map((to) => ({ id: crypto.randomUUID(), to, recipient: to.email, ...write(to) }))
  await enqueueMails(tx, mails)
  await tx.circulationLetter.createMany({
    data: mails.map(({ id, to: { personId, delegationId } }) => ({
      circulationId,
      delegationId,
      personId,
      kind,
      mailId: id,
    })),
  })
  return mails.length
}
