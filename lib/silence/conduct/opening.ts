import 'server-only'
import { randomUUID } from 'node:crypto'
import { printSeatTime } from '@/lib/clock'
import { clockTime, db, systemTransaction, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { Refused } from '@/lib/errors'
import { requireDeadline } from '@/lib/sessions/periods/deadline'
import { record, sha256 } from '@/lib/record/record'
import { translations } from '@/lib/messages'
import { tellRoll } from '@/lib/silence/letters'
import { lockSilence, type ReadSilence, readSilence, readStanding } from '@/lib/silence/load'
import { canPrepareSilence, canPutSubject } from '@/lib/silence/policy'
import { earliestDeadline, isOpened, lastDeadline, standingAt } from '@/lib/silence/result'
import { makeRoll, unreachedOf } from '@/lib/silence/roll'
import type { OpenSilence } from '@/lib/silence/schema'
import { annexLines } from './annex-links'
import type { SilencePlace } from './preparing'

/**
 * Opens a procedure: freezes the question, its texts, its annexes and the roll with a hash, and writes to all of the
 * roll. Refuses a deadline earlier than the group's length of silence from this moment, a version that changed
 * meanwhile, an empty roll, a subject that the session has passed, and a question if another one revised its former
 * procedure. Asks before members are bound by
 * their silence to whom no letter goes: refuses until the actor confirms that they are asked in another way.
 */
export function openSilence(actor: SignedIn, input: OpenSilence): Promise<SilencePlace> {
  return transaction(actor, async (tx) => {
    const { silence, now } = await lockSilence(tx, actor, input.id)
    requireAllowed(canPrepareSilence(actor, silence))
    requireAllowed(canPutSubject(silence.subject, await readStanding(tx, silence.sessionId)))
    if (silence.version !== input.version) throw new Refused('conflict', 'silenceChanged')
    const { id, sessionId, number, session } = silence
    const group = await tx.expertGroup.findUniqueOrThrow({ where: { id: session.groupId } })
    const deadline = input.openUntil
    if (deadline < earliestDeadline(now, group.silenceHours))
      throw new Refused('invalid', 'silenceTooShort', { hours: group.silenceHours }, 'openUntil')
    requireDeadline(deadline, now)
    await freezeRoll(tx, silence, now, input.unreachedConfirmed)
    const hash = await hashOf(tx, silence)
    await tx.silence.update({
      where: { id },
      data: {
        openedAt: now,
        openedById: actor.personId,
        deadline,
        graceMinutes: group.silenceGraceMinutes,
        hash,
      },
    })
    await record(tx, actor, 'silence.opened', {
      sessionId,
      subjectId: id,
      data: { number, until: deadline.toISOString() },
      textHash: hash,
    })
    await tellOpened(tx, silence, { deadline, hash })
    return { slug: session.slug, number }
  })
}

/** Sends the question, with its texts and the way to its annexes, once to everybody who is asked. */
async function tellOpened(
  tx: Tx,
  silence: ReadSilence,
  { deadline, hash }: { deadline: Date; hash: string },
): Promise<number> {
  const { number, session } = silence
  const { annexes, ...words } = await wordsOf(tx, silence)
  return tellRoll(tx, silence, {
    key: 'opened',
    matter: 'opened',
    values: { until: printSeatTime(deadline), ...words, hash },
    own: (to) => ({ annexes: annexLines(annexes, { slug: session.slug, number }, to) }),
  })
}

/**
 * Sends the question of each open procedure to the people who came to a place of its roll after the opening, once,
 * however many instances do this at once. Returns the number of letters.
 */
export async function tellNewcomers(now: Date): Promise<number> {
  const open = await db.silence.findMany({
    where: {
      openedAt: { not: null },
      OR: [{ deadline: { gt: now } }, { extensions: { some: { until: { gt: now } } } }],
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  let count = 0
  for (const { id } of open) count += await tellNewcomersOf(id)
  return count
}

const tellNewcomersOf = (id: string): Promise<number> =>
  systemTransaction(async (tx) => {
    if (!(await lockRow(tx, 'Silence', id))) return 0
    const now = await clockTime(tx)
    const silence = await readSilence(tx, id, now)
    if (standingAt(silence, now) !== 'open' || !isOpened(silence)) return 0
    return tellOpened(tx, silence, { deadline: lastDeadline(silence), hash: silence.hash ?? '' })
  })

async function freezeRoll(
  tx: Tx,
  { id, roll, sessionId, session }: ReadSilence,
  now: Date,
  unreachedConfirmed: boolean,
) {
  const places = await makeRoll(tx, roll, { id: sessionId, groupId: session.groupId }, now)
  if (!places.some(({ entitled }) => entitled)) throw new Refused('conflict', 'silenceRollEmpty')
  const names = unreachedOf(places).join(', ')
  if (names && !unreachedConfirmed)
    throw new Refused('conflict', 'silenceUnreached', { names }, 'unreachedConfirmed')
  const members = places.map(({ addresses, ...place }, index) => ({
    addresses,
    row: { ...place, id: randomUUID(), silenceId: id, position: index + 1 },
  }))
  await tx.silenceMember.createMany({ data: members.map(({ row }) => row) })
  await tx.silenceAddress.createMany({
    data: members.flatMap(({ row, addresses }) =>
      addresses.map((address) => ({ memberId: row.id, ...address })),
    ),
  })
}

/** The hash of the question, of each text by its language and of each annex by its name. */
async function hashOf(tx: Tx, { id, title, asks }: ReadSilence): Promise<string> {
  const [texts, annexes] = await frozenOf(tx, id)
  return sha256(
    [
      title,
      asks,
      ...texts.map(({ language, textHash }) => `${language} ${textHash}`),
      ...annexes.map(({ name, hash }) => `${name} ${hash}`),
    ].join('\n'),
  )
}

const frozenOf = (tx: Tx, silenceId: string) =>
  Promise.all([
    tx.silenceText.findMany({ where: { silenceId }, orderBy: { language: 'asc' } }),
    tx.silenceAnnex.findMany({
      where: { silenceId },
      orderBy: { name: 'asc' },
      select: { id: true, name: true, hash: true },
    }),
  ])

/** The question and its texts in the letter, which also reaches who has no account, and the annexes for its links. */
async function wordsOf(tx: Tx, { id, asks }: ReadSilence) {
  const [texts, annexes] = await frozenOf(tx, id)
  const language = translations('proposals.languages')
  return {
    asks,
    words: texts.map((version) => `[${language(version.language)}]\n${version.text}`).join('\n\n'),
    annexes,
  }
}
