import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { clockTime, db } from '@/lib/db/client'
import { sendReminders } from '@/lib/circulation/reminders/reminders'
import { tellNewcomers } from '@/lib/silence/conduct/opening'
import { sendResults } from '@/lib/silence/conduct/result-letters'
import { sendClosingNotices } from './closing-notices'
import { composeDigests } from './digests'

const PAUSE_MS = 60_000

/**
 * Writes daily letters, notices of deadlines, letters and reminders of circulations, and questions and results of
 * silence as they fall due by the database's clock, until the function that it returns is called; that function waits
 * for work under way. Any number of instances may do so.
 */
export function startNotices(pause = PAUSE_MS): () => Promise<void> {
  const stopped = new AbortController()
  const ended = (async () => {
    while (!stopped.signal.aborted) {
      try {
        const now = await clockTime(db)
        await sendClosingNotices(now)
        await sendReminders(now)
        await tellNewcomers(now)
        await composeDigests(now)
        await sendResults(now)
      } catch (error) {
        console.error('Notices could not be written:', error)
      }
      await sleep(pause, undefined, { signal: stopped.signal }).catch(() => {})
    }
  })()
  return async () => {
    stopped.abort()
    await ended
  }
}
