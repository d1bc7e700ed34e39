import { z } from 'zod'
import { entityKinds, type EntityKind } from '@/lib/delegations/kinds'
import { requiredLine } from '@/lib/text/line'
import { type Mark, readMark } from './marks'

/** The value of a count field: a number, "some" (attended, uncounted) or nothing. */
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

/** The number of each kind that attended. Without any count, the noted entities are counted. */
export const SetAttendance = z.object({
  sessionId: z.uuid(),
  version: z.coerce.number().int(),
  ...(Object.fromEntries(entityKinds.map((kind) => [kind, count])) as Record<
    EntityKind,
    typeof count
  >),
})
export type SetAttendance = z.output<typeof SetAttendance>

/** No page has more marks: 300 entities at 60 meetings. */
const MOST_MARKS = 20_000

const marks = (texts: readonly string[], context: z.core.$RefinementCtx<unknown>): Mark[] => {
  const values = texts.map(readMark)
  if (values.includes(null)) context.addIssue({ code: 'custom', message: 'field' })
  return values.filter((mark) => mark !== null)
}

/** The attendance form: the ticked marks, and the marks on the page at its drawing. */
export const SaveMarks = z.object({
  sessionId: z.uuid(),
  drawn: z
    .string()
    .default('')
    .transform((text) => text.split(' ').filter(Boolean))
    .pipe(z.array(z.string()).max(MOST_MARKS, 'tooLong').transform(marks)),
  marks: z
    .union([z.array(z.string()), z.string().transform((single) => [single])])
    .optional()
    .default([])
    .pipe(z.array(z.string()).max(MOST_MARKS, 'tooLong').transform(marks)),
})
export type SaveMarks = z.output<typeof SaveMarks>

export const CloseAttendance = z.object({ sessionId: z.uuid() })
export type CloseAttendance = z.output<typeof CloseAttendance>

export const ReopenAttendance = z.object({ sessionId: z.uuid(), reason: requiredLine(500) })
export type ReopenAttendance = z.output<typeof ReopenAttendance>

/** The actor's delegation signs in at a meeting. */
export const SignIn = z.object({ meetingId: z.uuid() })
export type SignIn = z.output<typeof SignIn>
