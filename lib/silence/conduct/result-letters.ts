import 'server-only'
import { subMinutes } from 'date-fns/subMinutes'
import { printSeatDate, printSeatTime } from '@/lib/clock'
import { clockTime, db, systemTransaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { tellRoll } from '@/lib/silence/letters'
import { readSilence } from '@/lib/silence/load'
import { isBroken, isFinal, isOpened, lastDeadline, mayResume } from '@/lib/silence/result'

/**
 * Writes the letters of results that are final: once for each deadline, however many instances do this at once. It
 * decides nothing: the result stands in the facts, whether or not this runs. Returns how many procedures were told.
 */
export async function sendResults(now: Date): Promise<number> {
  const procedures = await db.silence.findMany({
    where: {
      openedAt: { not: null },
      deadline: { lte: subMinutes(now, 1) },
      letters: { none: { matter: { startsWith: 'result' } } },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  let count = 0
  for (const { id } of procedures) if (await sendResult(id)) count += 1
  return count
}

const sendResult = (id: string): Promise<boolean> =>
  systemTransaction(async (tx) => {
    if (!(await lockRow(tx, 'Silence', id))) return false
    const now = await clockTime(tx)
    const silence = await readSilence(tx, id, now)
    if (!isOpened(silence) || !isFinal(silence, now)) return false
    // A procedure with all its breaks withdrawn waits for a conductor, unless a revised text was opened in its place.
    if (mayResume(silence) && !silence.later?.openedAt) return false
    const deadline = lastDeadline(silence)
    const matter = `result ${deadline.toISOString()}`
    const key = isBroken(silence) ? 'endedBroken' : 'approved'
    const values = { time: printSeatTime(deadline), date: printSeatDate(deadline) }
    return (await tellRoll(tx, silence, { key, matter, values })) > 0
  })
