import 'server-only'
import { db } from '@/lib/db/client'

/** The meetings of a session that `getSession` answered to this actor. */
export const listMeetings = (session: { id: string }): Promise<{ number: number; date: Date }[]> =>
  db.meeting.findMany({
    where: { sessionId: session.id },
    orderBy: { number: 'asc' },
    select: { number: true, date: true },
  })
