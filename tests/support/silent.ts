import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { breakSilence } from '@/lib/silence/commands'
import { openSilence } from '@/lib/silence/conduct/opening'
import { prepareSilence } from '@/lib/silence/conduct/preparing'
import { getSilence } from '@/lib/silence/queries'
import { PrepareSilence } from '@/lib/silence/schema'
import { scenario } from './scenario'

/**
 * A session with an extended Bureau of four capacities, the last of which has no account, and questions put under its
 * silence. The group asks for an hour; what is shorter was opened an hour ago, so that a test need not wait for days.
 */
export async function silent() {
  const cast = await scenario()
  const { id: sessionId, groupId } = cast.session
  await db.expertGroup.update({ where: { id: groupId }, data: { silenceHours: 1 } })
  const seats: [title: string, email: string, person: SignedIn | null][] = [
    ['Chair', '', cast.chair],
    ['Chair of the African Group', '', cast.arvenia.head],
    ['European Union', '', cast.belmara.head],
    ['Group of 77 and China', `g77-${randomUUID().slice(0, 8)}@example.org`, null],
  ]
  const bureau: string[] = []
  for (const [index, [title, email, person]] of seats.entries()) {
    const { id } = await db.bureauMember.create({
      data: {
        groupId,
        sessionId,
        capacity: index === 0 ? 'chair' : 'regionalGroup',
        title,
        name: person?.name ?? 'Ines Nobody',
        email,
        personId: person?.personId ?? null,
        position: index,
      },
    })
    bureau.push(id)
  }
  const asked = (patch: object = {}) =>
    PrepareSilence.parse({
      sessionId,
      subject: 'dates',
      title: 'Dates of the session',
      asks: 'To approve the dates of 27 to 29 July 2020.',
      roll: 'extendedBureau',
      startsOn: '2020-07-27',
      endsOn: '2020-07-29',
      language: 'en',
      text: 'A secret wording of Vexillum.',
      ...patch,
    })
  const prepares = (patch: object = {}, actor = cast.secretariat) =>
    prepareSilence(actor, asked(patch))
  /** Prepares and opens with so many milliseconds until the deadline. */
  const opens = async (length: number, patch: object = {}) => {
    const { id, number } = await prepares(patch)
    const { version } = await db.silence.findUniqueOrThrow({ where: { id } })
    // A second for the opening itself.
    const shortest = HOUR + 1_000
    const openUntil = new Date((await now()).getTime() + Math.max(length, shortest))
    await openSilence(cast.secretariat, { id, version, openUntil, unreachedConfirmed: true })
    if (length < shortest) await ages(id, shortest - length)
    const { deadline } = await db.silence.findUniqueOrThrow({ where: { id } })
    return { id, number, deadline: deadline! }
  }
  return {
    ...cast,
    /** The scenario with its own verbs. */
    cast,
    bureau,
    memberless: seats[3]![1],
    /** Breaks the silence; by default as Arvenia's head, who is Chair of the African Group. */
    breaks: (silenceId: string, actor = cast.arvenia.head, id: string = randomUUID()) =>
      breakSilence(actor, { id, silenceId, ...breakWords }),
    standing: async (number: number) =>
      (await getSilence(cast.secretariat, cast.session, number)).standing,
    /** Waits until an instant of the database's clock has passed. */
    until: async (instant: Date) => {
      while ((await now()) <= instant) await sleep(20)
    },
    prepares,
    opens,
    now,
    /** The member of the roll with that capacity. */
    memberOf: async (silenceId: string, capacity: string) =>
      (await db.silenceMember.findFirstOrThrow({ where: { silenceId, capacity } })).id,
    mailOf: (silenceId: string, matter: string) =>
      db.silenceLetter.findMany({
        where: { silenceId, matter: { startsWith: matter } },
        include: { mail: true },
        orderBy: { email: 'asc' },
      }),
  }
}
/** The point and the reason of a break. */
export const breakWords = { point: 'The dates', reason: 'They fall on a holiday.' }

export type Silent = Awaited<ReturnType<typeof silent>>

const HOUR = 3_600_000

/**
 * Moves a procedure with its breaks, extensions and letters by so many milliseconds into the past, as no path of the
 * product can.
 */
export async function ages(id: string, milliseconds: number): Promise<void> {
  const tables = ['Silence', 'SilenceBreak', 'SilenceExtension', 'SilenceLetter']
  for (const table of tables)
    await db.$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
  await db.$executeRaw`
    UPDATE "SilenceBreak" SET "receivedAt" = "receivedAt" - ${milliseconds} * interval '1 millisecond',
      "enteredAt" = "enteredAt" - ${milliseconds} * interval '1 millisecond',
      "withdrawnAt" = "withdrawnAt" - ${milliseconds} * interval '1 millisecond' WHERE "silenceId" = ${id}::uuid`
  await db.$executeRaw`
    UPDATE "SilenceExtension" SET "givenAt" = "givenAt" - ${milliseconds} * interval '1 millisecond',
      until = until - ${milliseconds} * interval '1 millisecond' WHERE "silenceId" = ${id}::uuid`
  await db.$executeRaw`
    UPDATE "SilenceLetter" SET "writtenAt" = "writtenAt" - ${milliseconds} * interval '1 millisecond'
      WHERE "silenceId" = ${id}::uuid`
  await db.$executeRaw`
    UPDATE "Silence" SET "openedAt" = "openedAt" - ${milliseconds} * interval '1 millisecond',
      deadline = deadline - ${milliseconds} * interval '1 millisecond' WHERE id = ${id}::uuid`
  for (const table of tables)
    await db.$executeRawUnsafe(`ALTER TABLE "${table}" ENABLE TRIGGER USER`)
}

/** The database's time. */
async function now(): Promise<Date> {
  const rows = await db.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp() AS now`
  return rows[0].now
}

/** The same actor with a request that had arrived at that instant. */
export const arriving = (actor: SignedIn, arrivedAt: Date): SignedIn => ({
  ...actor,
  request: { arrivedAt },
})
