import { differenceInHours } from 'date-fns/differenceInHours'
import { paths } from '@/lib/paths'
import type { Desk } from '@/lib/desk/desk-view'
import { type DerivedRow, row } from './row'

/** Questions under silence that this person may break, and approvals that wait for their decision. Pure. */
export function silenceRows({ silences, sessions, now }: Desk): DerivedRow[] {
  return silences.flatMap(({ kind, id, number, sessionId, title, until, at }) => {
    const session = sessions.find((session) => session.id === sessionId)
    if (!session) return []
    return row(kind, `${id}:${until.toISOString()}`, {
      group: kind === 'underSilence' ? 'information' : 'decide',
      session,
      values: { title },
      period: kind === 'underSilence' ? { until, hoursLeft: differenceInHours(until, now) } : null,
      href: paths.silence(session.slug, number),
      at,
    })
  })
}
