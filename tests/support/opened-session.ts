import { db } from '@/lib/db/client'
import type { Scenario } from './scenario'

/** Opens the session of a cast and gives it three meetings; its report knows no more. */
export async function openedSession({ session }: Scenario): Promise<void> {
  const sessionId = session.id
  const dates = [27, 28, 29].map((day) => new Date(`2020-07-${day}`))
  await db.meeting.createMany({
    data: dates.map((date, index) => ({ sessionId, number: index + 1, date })),
  })
  await db.sessionDecision.createMany({
    data: [
      { step: 'opened', decidedBy: 'chair', how: 'ruling', number: 1 },
      { step: 'agendaAdopted', decidedBy: 'group', how: 'meeting', number: 2 },
    ].map((decision) => ({ ...decision, sessionId, decidedOn: dates[0]! })) as never,
  })
}
