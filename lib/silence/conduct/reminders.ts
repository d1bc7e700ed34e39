import 'server-only'
import { addHours } from 'date-fns/addHours'
import { subHours } from 'date-fns/subHours'
import { printSeatTime, printUtcTime } from '@/lib/clock'
import { clockTime, db, systemTransaction, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { tellRoll } from '@/lib/silence/letters'
import { type ReadSilence, readSilence, readSilences } from '@/lib/silence/load'
import { isOpened, lastDeadline } from '@/lib/silence/result'
import { HOURS_BEFORE, reminderDue, TOLD_HOURS } from './reminder-due'

/**
 * Reminds the roll of each open procedure a day before its deadline: those whose silence would count as agreement and
 * whose place has neither broken it nor attached a remark. Once for each deadline, however many instances do this at
 * once and however long none did. Returns the number of letters.
 */
export async function remindRolls(now: Date): Promise<number> {
  const soon = { gt: now, lte: addHours(now, HOURS_BEFORE) }
  const closing = await readSilences(
    db,
    {
      openedAt: { not: null },
      OR: [{ deadline: soon }, { extensions: { some: { until: soon } } }],
    },
    now,
  )
  let count = 0
  for (const silence of closing)
    if (await isUnwritten(db, silence, now)) count += await remindRoll(silence.id)
  return count
}

/** Whether the reminder of the present deadline is due and no letter of it is written. */
async function isUnwritten(
  tx: Pick<Tx, 'silenceLetter'>,
  silence: ReadSilence,
  now: Date,
): Promise<boolean> {
  const deadline = reminderDue(silence, now)
  if (!deadline) return false
  const where = { silenceId: silence.id, matter: matterOf(deadline) }
  return (await tx.silenceLetter.findFirst({ where, select: { id: true } })) === null
}

const matterOf = (deadline: Date): string => `reminder ${deadline.toISOString()}`

const remindRoll = (id: string): Promise<number> =>
  systemTransaction(async (tx) => {
    if (!(await lockRow(tx, 'Silence', id))) return 0
    const now = await clockTime(tx)
    const silence = await readSilence(tx, id, now)
    if (!isOpened(silence) || !(await isUnwritten(tx, silence, now))) return 0
    const { number, asks } = silence
    const deadline = lastDeadline(silence)
    return tellRoll(tx, silence, {
      key: 'reminder',
      matter: matterOf(deadline),
      values: {
        number: String(number),
        asks,
        until: printSeatTime(deadline),
        untilUtc: printUtcTime(deadline),
      },
      places: await silentPlaces(tx, silence),
      except: await askedLately(tx, id, deadline),
    })
  })

/** The places that may break the silence and of which nothing was heard. */
async function silentPlaces(
  tx: Tx,
  { id: silenceId, members, breaks }: ReadSilence,
): Promise<Set<string>> {
  const remarks = await tx.silenceRemark.findMany({
    where: { silenceId },
    select: { memberId: true },
  })
  const heard = new Set([...breaks, ...remarks].map(({ memberId }) => memberId))
  return new Set(
    members.filter(({ id, entitled }) => entitled && !heard.has(id)).map(({ id }) => id),
  )
}

/** The addresses to which the question itself went so shortly before the deadline that a reminder would repeat it. */
async function askedLately(tx: Tx, silenceId: string, deadline: Date): Promise<Set<string>> {
  const late = await tx.silenceLetter.findMany({
    where: { silenceId, matter: 'opened', writtenAt: { gte: subHours(deadline, TOLD_HOURS) } },
    select: { email: true },
  })
  return new Set(late.map(({ email }) => email))
}
