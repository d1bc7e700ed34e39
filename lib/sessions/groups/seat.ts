import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { db, type Tx } from '@/lib/db/client'
import { setSeat } from '@/lib/seat'

/** Takes the seat of the installation from its first group: one installation has one clock (DECISIONS.md). */
export async function readSeat(tx: Pick<Tx, 'expertGroup'> = db): Promise<void> {
  const first = await firstGroup(tx)
  if (first) setSeat({ name: first.seat, timeZone: first.timeZone })
}

/** Whether all times of the installation are written by the clock of this group's seat. */
export const givesClock = async (groupId: string): Promise<boolean> =>
  (await firstGroup(db))?.id === groupId

const firstGroup = (tx: Pick<Tx, 'expertGroup'>) =>
  tx.expertGroup.findFirst({
    orderBy: { id: 'asc' },
    select: { id: true, seat: true, timeZone: true },
  })

const A_MINUTE = 60_000

/** Reads the seat now and once a minute, as another instance may change it; until the function that it returns is called. */
export async function followSeat(): Promise<() => Promise<void>> {
  await readSeat()
  const stopped = new AbortController()
  const ended = follow(stopped.signal)
  return async () => {
    stopped.abort()
    await ended
  }
}

async function follow(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(A_MINUTE, undefined, { signal }).catch(() => {})
    if (!signal.aborted)
      await readSeat().catch((error: unknown) => console.error('The seat was not read:', error))
  }
}
