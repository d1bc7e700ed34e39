import 'server-only'
import { subDays } from 'date-fns/subDays'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { readSilences } from './load'
import { canDecideSilence, seatOf } from './policy'
import { isOpened, lastDeadline, standingAt } from './result'

/** A question under silence that the person may break, or an approval of which the person is to enter the decision. */
export type WaitingSilence = {
  kind: 'underSilence' | 'decideSilence'
  id: string
  number: number
  sessionId: string
  title: string
  until: Date
  at: Date
}

/** The number of days for which the desk tells of a result. */
const DAYS = 60

/** Questions under silence for the actor, and approvals with a decision that the actor is to enter. */
export async function listWaitingSilences(actor: SignedIn, now: Date): Promise<WaitingSilence[]> {
  const sessionIds = [...actor.memberships, ...actor.offices].flatMap(
    ({ sessionId }) => sessionId ?? [],
  )
  const inAll = actor.offices.some(({ sessionId }) => sessionId === null)
  const open = await db.silence.findMany({
    where: {
      openedAt: { not: null },
      AND: [
        { OR: [{ decisionId: null }, { decision: { annulledAt: { not: null } } }] },
        {
          OR: [
            { deadline: { gt: subDays(now, DAYS) } },
            { extensions: { some: { until: { gt: subDays(now, DAYS) } } } },
          ],
        },
      ],
      ...(!inAll && { sessionId: { in: sessionIds } }),
    },
    select: { id: true },
  })
  if (open.length === 0) return []
  const silences = await readSilences(db, { id: { in: open.map(({ id }) => id) } }, now)
  return silences.flatMap((silence): WaitingSilence[] => {
    if (!isOpened(silence)) return []
    const { id, number, sessionId, title, openedAt } = silence
    const until = lastDeadline(silence)
    const about = { id, number, sessionId, title, until }
    if (canDecideSilence(actor, silence, now).allowed)
      return [{ ...about, kind: 'decideSilence', at: until }]
    const asks = seatOf(actor, silence) && standingAt(silence, now) === 'open'
    return asks ? [{ ...about, kind: 'underSilence', at: openedAt }] : []
  })
}
