import 'server-only'
import { addHours } from 'date-fns/addHours'
import { subHours } from 'date-fns/subHours'
import { db, systemTransaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { tellPeriod } from '@/lib/sessions/periods/letters'

/** The time before its deadline at which everybody is told that a period closes. */
const HOURS_BEFORE = 24
/** A period that is open for less than this was opened so shortly before that the letter would say it twice. */
const SHORTEST = 36

/**
 * Tells everybody with a place at a session that a period closes in a day: once for a deadline, for any number of
 * instances, and not again if the deadline is moved within a day of the last notice.
 */
export async function sendClosingNotices(now: Date): Promise<number> {
  const closing = await db.period.findMany({
    where: { closedAt: null, openUntil: { gt: now, lte: addHours(now, HOURS_BEFORE) } },
    orderBy: { id: 'asc' },
    include: { closingNotices: true },
  })
  let count = 0
  for (const { closingNotices, ...period } of closing) {
    const isTold = closingNotices.some(
      (notice) => notice.openUntil >= subHours(period.openUntil, HOURS_BEFORE),
    )
    const isShort = period.openedAt > subHours(period.openUntil, SHORTEST)
    if (!isTold && !isShort && (await notify(period))) count += 1
  }
  return count
}

const notify = ({ id, openUntil }: { id: string; openUntil: Date }): Promise<boolean> =>
  systemTransaction(async (tx) => {
    await lockRow(tx, 'Period', id, 'share')
    const period = await tx.period.findFirst({ where: { id, openUntil, closedAt: null } })
    if (!period) return false
    const { count } = await tx.closingNotice.createMany({
      data: [{ periodId: id, openUntil }],
      skipDuplicates: true,
    })
    if (count > 0) await tellPeriod(tx, 'closing', period)
    return count > 0
  })
