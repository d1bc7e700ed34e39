import 'server-only'
import { openAt } from '@/lib/circulation/queries'
import { db, systemTransaction, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { sendLetters, sendReminder } from '@/lib/circulation/letters'
import { reminderDue } from './due'

/**
 * Writes the covering letter of each open circulation to contact persons whom nobody had named when it went out, and
 * reminds the delegations that have not answered, nor sent a paper to the Secretariat, on the days that the circulation names. Each letter is written once,
 * however many instances do this at once; after an outage the latest reminder that is due. Returns how many letters were
 * written.
 */
export async function sendReminders(now: Date): Promise<number> {
  const open = await db.circulation.findMany({
    where: openAt(now),
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  let count = 0
  for (const { id } of open) count += await systemTransaction((tx) => remind(tx, id, now))
  return count
}

async function remind(tx: Tx, id: string, now: Date): Promise<number> {
  await lockRow(tx, 'Circulation', id)
  const { openedAt, ...circulation } = await tx.circulation.findUniqueOrThrow({
    where: { id },
    select: { openedAt: true, openUntil: true, remindDays: true },
  })
  const late = await sendLetters(tx, id)
  const days = openedAt && reminderDue({ ...circulation, openedAt }, now)
  if (!days) return late
  const silent = await tx.circulationAddressee.findMany({
    where: {
      circulationId: id,
      delegation: {
        circulationComments: { none: { circulationId: id } },
        papers: { none: { circulationId: id, enteredBySecretariat: true, discardedAt: null } },
      },
    },
    select: { delegationId: true },
  })
  const delegationIds = silent.map(({ delegationId }) => delegationId)
  return late + (await sendReminder(tx, id, { days, delegationIds }))
}
