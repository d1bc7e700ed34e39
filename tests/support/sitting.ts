import { db } from '@/lib/db/client'
import { makeMeetings } from '@/lib/meetings/sittings/commands'
import { recordDecision } from '@/lib/sessions/decisions/commands'
import { RecordDecision } from '@/lib/sessions/decisions/schema'
import type { Scenario } from './scenario'

/** The version of a session's row as a form that is drawn now would have it. */
export const versionOf = async (sessionId: string): Promise<number> =>
  (await db.session.findUniqueOrThrow({ where: { id: sessionId } })).version

/** The id and the version of a session, as a form that is drawn now sends them. */
export const sessionForm = async (sessionId: string) => ({
  sessionId,
  version: await versionOf(sessionId),
})

type Said = Record<string, string>

/** The Secretariat enters a decision, as its form sends it. */
export async function decides(
  cast: Scenario,
  decision: Said,
  actor = cast.secretariat,
): Promise<string> {
  const { id: sessionId } = cast.session
  const version = String(await versionOf(sessionId))
  const plain = { decidedBy: 'extendedBureau', how: 'silence', sessionId, version }
  return recordDecision(actor, RecordDecision.parse({ ...plain, ...decision }))
}

/** The session has meetings on its days, was opened at the first of them and adopted its agenda there. */
export async function sits(cast: Scenario): Promise<{ meetings: string[]; date: string }> {
  const { id: sessionId } = cast.session
  await makeMeetings(cast.secretariat, await sessionForm(sessionId))
  const meetings = await db.meeting.findMany({ where: { sessionId }, orderBy: { number: 'asc' } })
  const date = meetings[0]!.date.toISOString().slice(0, 10)
  await decides(cast, { step: 'datesApproved', decidedOn: '2019-11-11' })
  await decides(cast, { step: 'agendaApproved', decidedOn: '2019-12-18' })
  const there = { how: 'meeting', decidedOn: date, meetingId: meetings[0]!.id }
  await decides(cast, { step: 'opened', decidedBy: 'chair', ...there })
  await decides(cast, { step: 'agendaAdopted', decidedBy: 'group', ...there })
  return { meetings: meetings.map(({ id }) => id), date }
}
