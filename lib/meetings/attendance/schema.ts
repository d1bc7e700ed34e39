import { z } from 'zod'
import { entityKinds, type EntityKind } from '@/lib/delegations/kinds'
import { attendedHows } from '@/lib/meetings/kinds'

/** What a field of counts says: a number, "some" (they attended, uncounted) or nothing. */
const count = z
  .string()
  .default('')
  .transform((typed, context) => {
    const bare = typed.trim().toLowerCase()
    if (bare === '') return undefined
    if (bare === 'some') return null
    if (/^\d{1,5}$/.test(bare)) return Number(bare)
    context.addIssue({ code: 'custom', message: 'attendanceCount' })
    return undefined
  })

/** How many of each kind attended; `final` closes the counts, which are provisional until then. */
export const SetAttendance = z.object({
  sessionId: z.uuid(),
  version: z.coerce.number().int(),
  final: z
    .string()
    .optional()
    .transform((value) => value === 'on'),
  ...(Object.fromEntries(entityKinds.map((kind) => [kind, count])) as Record<
    EntityKind,
    typeof count
  >),
})
export type SetAttendance = z.output<typeof SetAttendance>

const ids = z
  .union([z.array(z.uuid()), z.uuid().transform((one) => [one])])
  .optional()
  .default([])

/** The delegations that attended the session, or one meeting: those that are ticked. */
export const NoteAttendance = z.object({
  sessionId: z.uuid(),
  version: z.coerce.number().int(),
  meetingId: z
    .literal('')
    .transform(() => null)
    .or(z.uuid())
    .optional()
    .default(null),
  how: z.enum(attendedHows, 'choose'),
  entities: ids,
})
export type NoteAttendance = z.output<typeof NoteAttendance>
