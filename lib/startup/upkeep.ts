import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { forgetOldForms } from '@/lib/http/forms/done-forms'

const A_DAY = 24 * 3_600_000

/** Deletes expired rows once a day, until the function that it returns is called. */
export function startUpkeep(): () => Promise<void> {
  const stopped = new AbortController()
  const ended = keepUp(stopped.signal)
  return async () => {
    stopped.abort()
    await ended
  }
}

async function keepUp(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await forgetOldForms().catch((error: unknown) => console.error('Upkeep failed:', error))
    await sleep(A_DAY, undefined, { signal }).catch(() => {})
  }
}
