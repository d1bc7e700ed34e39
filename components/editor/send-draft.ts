import { noteSpoken } from '@/components/time/ask-again'
import type { KeeperEffect, KeeperEvent } from './keeper'

/** A browser finishes so long a request also after its page was left; UTF-16 letters, which are 64 kB at most. */
const KEPT_ALIVE = 20_000

/** Sends a draft to the server and reports the result. */
export async function sendDraft(
  address: string,
  { values, version, unanswered }: Extract<KeeperEffect, { does: 'send' }>,
): Promise<KeeperEvent> {
  const body = JSON.stringify({ ...values, version, unanswered })
  let answer: Response
  try {
    answer = await fetch(address, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length < KEPT_ALIVE,
    })
  } catch {
    return { type: 'lost' }
  }
  noteSpoken()
  if (answer.status === 401) return { type: 'signedOut' }
  if (answer.status === 404) return { type: 'gone' }
  if (answer.status >= 500) return { type: 'lost' }
  const reply = (await answer.json().catch(() => ({}))) as {
    version: number
    reason?: string
    message?: string
  }
  if (answer.ok) return { type: 'saved', version: reply.version, at: Date.now() }
  const type = reply.reason === 'conflict' ? 'conflict' : 'refused'
  return { type, message: reply.message ?? '' }
}
