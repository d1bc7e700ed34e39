import { redirect } from 'next/navigation'
import type { Decision } from '@/lib/decision'
import { Refused } from '@/lib/errors'

/**
 * Lets a page ask before an act. Whoever may not do the act finds no page. Whoever could do it, but comes when it is done
 * or overtaken, as by the browser's way back, is led to `home`, where the state of the object stands.
 */
export function requireAskable(decision: Decision, home: string, { isDone = false } = {}): void {
  if (!decision.allowed && (decision.reason === 'forbidden' || decision.reason === 'not-found'))
    throw new Refused('not-found', 'notFound')
  if (!decision.allowed || isDone) redirect(home)
}
