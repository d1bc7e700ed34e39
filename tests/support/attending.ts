import { db } from '@/lib/db/client'
import { saveMarks } from '@/lib/meetings/attendance/commands'
import { SESSION_COLUMN, writeMark } from '@/lib/meetings/attendance/marks'
import { SaveMarks } from '@/lib/meetings/attendance/schema'
import type { Scenario } from './scenario'

/** The entity of a delegation. */
export const entityOf = async ({ id }: { id: string }): Promise<string> =>
  (await db.delegation.findUniqueOrThrow({ where: { id } })).entityId

type Ticks = Record<string, readonly { id: string }[]>

/** Delegations by column as the page's field has them: the meetings' ids, and "session". */
async function written(ticks: Ticks): Promise<string[]> {
  const marks = Object.entries(ticks).flatMap(([column, delegations]) =>
    delegations.map(async (delegation) =>
      writeMark({ column, entityId: await entityOf(delegation) }),
    ),
  )
  return Promise.all(marks)
}

/** The Secretariat saves the page of attendance that was drawn with `drawn` and has `ticked` now. */
export async function entersAttendance(
  cast: Scenario,
  ticked: Ticks,
  { drawn = {}, actor = cast.secretariat }: { drawn?: Ticks; actor?: Scenario['chair'] } = {},
): Promise<{ added: number; removed: number }> {
  const form = {
    sessionId: cast.session.id,
    drawn: (await written(drawn)).join(' '),
    marks: await written(ticked),
  }
  return saveMarks(actor, SaveMarks.parse(form))
}

export { SESSION_COLUMN }
