import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { clockTime, db } from '@/lib/db/client'
import { sendReminders } from '@/lib/circulation/reminders/reminders'
import { tellNewcomers } from '@/lib/silence/conduct/opening'
import { remindRolls } from '@/lib/silence/conduct/reminders'
import { sendResults } from '@/lib/silence/conduct/result-letters'
import { sendClosingNotices } from './closing-notices'
import { composeDigests } from './digests'

const PAUSE_MS = 60_000

type Works = Record<string, (now: Date) => Promise<unknown>>

/** Each writes what is due; none waits for another, so that a fault of one keeps nobody else's letters back. */
const works: Works = {
  sendClosingNotices,
  sendReminders,
  tellNewcomers,
  remindRolls,
  composeDigests,
  sendResults,
}

/**
 * Writes daily letters, notices of deadlines, letters and reminders of circulations, and questions, reminders and
 * results of silence as they fall due by the database's clock, until the function that it returns is called; that function waits
 * for work under way. Any number of instances may do so.
 */
export function startNotices({ pause = PAUSE_MS, due = works } = {}): () => Promise<void> {
  const stopped = new AbortController()
  const ended = (async () => {
    while (!stopped.signal.aborted) {
      try {
        const now = await clockTime(db)
        for (const [name, work] of Object.entries(due))
          await work(now).catch((error: unknown) => tellOf(name, error))
      } catch (error) {
        tellOf('clockTime', error)
      }
      await sleep(pause, undefined, { signal: stopped.signal }).catch(() => {})
    }
  })()
  return async () => {
    stopped.abort()
    await ended
  }
}

const tellOf = (work: string, error: unknown) =>
  console.error(`Notices could not be written (${work}):`, error)
