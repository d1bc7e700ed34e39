import 'server-only'
import { heldIn } from '@/lib/delegations/offices/held-in'
import { Prisma } from '@/lib/db/generated/client'
import type { Tx } from '@/lib/db/client'
import { announce, deskTopic } from '@/lib/live/announce'
import { enqueueMails } from '@/lib/mail/enqueue'
import { type LetterKind, type LetterMatter, type LetterTiming, timingOf } from './timing'

/** A person who gets letters, with their choices. */
export type Reader = {
  personId: string
  email: string
  name: string
  choices: Partial<Record<LetterKind, LetterTiming>>
}

/** A reader and the delegation for which they get a letter. */
export type Addressee = Reader & { delegation: string; delegationId: string }

/** A letter; `path` is the page of its matter, for the daily letter that tells it instead. */
export type Letter = { matter: LetterMatter; path: string; subject: string; text: string }

/** Writes to those who may submit for these delegations, one letter to a person. Returns the recipients. */
export const writeToDelegations = (
  tx: Tx,
  delegationIds: readonly string[],
  letter: (to: Addressee) => Letter,
): Promise<string[]> =>
  post(
    tx,
    Prisma.sql`place."maySubmit" AND delegation.id = ANY (${[...delegationIds]}::uuid[])`,
    letter,
  )

/** Writes to everybody who has a place or an office at a session, one letter to a person. Returns the recipients. */
export async function writeToSession(
  tx: Tx,
  sessionId: string,
  letter: (to: Reader) => Letter,
): Promise<string[]> {
  const seated = await post(
    tx,
    Prisma.sql`delegation."sessionId" = ${sessionId}::uuid AND delegation.state <> 'withdrawn'`,
    letter,
  )
  const officers = await tx.person.findMany({
    where: {
      id: { notIn: seated },
      disabledAt: null,
      offices: { some: { endedAt: null, ...heldIn(sessionId) } },
    },
    select: readerFacts,
    orderBy: { email: 'asc' },
  })
  return [...seated, ...(await write(tx, officers.map(readerOf), letter))]
}

async function post(
  tx: Tx,
  condition: Prisma.Sql,
  letter: (to: Addressee) => Letter,
): Promise<string[]> {
  const addressees = await tx.$queryRaw<Addressee[]>`
    SELECT DISTINCT ON (person.email, person.id) person.id AS "personId", person.email, person.name,
      delegation.name AS delegation, delegation.id AS "delegationId",
      (SELECT coalesce(json_object_agg(choice.kind, choice.timing), '{}') FROM "LetterChoice" choice
        WHERE choice."personId" = person.id) AS choices
    FROM "Representative" AS place
    JOIN "Person" AS person ON person.id = place."personId" AND person."disabledAt" IS NULL
    JOIN "Delegation" AS delegation ON delegation.id = place."delegationId"
    WHERE place."endedAt" IS NULL AND ${condition}
    ORDER BY person.email, person.id, delegation."sortKey"`
  return write(tx, addressees, letter)
}

/** The columns of a person that a letter needs, and their conversion to a reader. */
export const readerFacts = {
  id: true,
  email: true,
  name: true,
  letterChoices: { select: { kind: true, timing: true } },
} satisfies Prisma.PersonSelect

export const readerOf = ({
  id: personId,
  letterChoices,
  ...person
}: Prisma.PersonGetPayload<{ select: typeof readerFacts }>): Reader => ({
  personId,
  ...person,
  choices: Object.fromEntries(letterChoices.map(({ kind, timing }) => [kind, timing])),
})

/** The people of the Secretariat, of each session, as readers. */
export async function listSecretariat(tx: Tx): Promise<Reader[]> {
  const offices = await tx.office.findMany({
    where: { kind: 'secretariat', endedAt: null, person: { disabledAt: null } },
    select: { person: { select: readerFacts } },
    distinct: ['personId'],
  })
  return offices.map(({ person }) => readerOf(person))
}

/**
 * The only sender of letters on events: at once, as a line of the person's daily letter or not at all, as that person
 * chose. The desk of each is notified in any case. Returns the recipients.
 */
export async function write<To extends Reader>(
  tx: Tx,
  readers: readonly To[],
  letterTo: (to: To) => Letter,
): Promise<string[]> {
  if (readers.length === 0) return []
  const letters = readers.map((to) => ({ to, ...letterTo(to) }))
  const lettersOf = (timing: LetterTiming) =>
    letters.filter(({ to, matter }) => timingOf(matter, to.choices) === timing)
  await enqueueMails(
    tx,
    lettersOf('atOnce').map(({ to, subject, text }) => ({ recipient: to.email, subject, text })),
  )
  const lines = lettersOf('daily')
  if (lines.length > 0)
    await tx.digestLine.createMany({
      data: lines.map(({ to, subject, path }) => ({ personId: to.personId, subject, path })),
    })
  const personIds = readers.map(({ personId }) => personId)
  await announce(tx, ...personIds.map(deskTopic))
  return personIds
}
