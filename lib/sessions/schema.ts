import { z } from 'zod'
import { readSeatInput } from '@/lib/clock'
import { optionalName, requiredLine, requiredName } from '@/lib/text/line'
import { periodKinds, sessionFormats, sessionKinds } from './kinds'

/** A day as a date input sends it; kept as UTC midnight. */
export const day = z.iso.date('date').transform((value) => new Date(`${value}T00:00:00Z`))

/** The choice between the two hours on the night when the clock shows one twice. */
const doubleHours = ['summer', 'winter'] as const

/**
 * A deadline as a date-and-time input sends it, read in the seat's time. Refuses an hour that the clock skips, and asks
 * which is meant of an hour that it shows twice.
 */
export const deadline = {
  openUntil: z.string(),
  openUntilHour: z.enum(doubleHours).or(z.literal('')).optional(),
}
type Deadline = { openUntil: string; openUntilHour?: (typeof doubleHours)[number] | '' | undefined }

/** Turns the two fields of a deadline into its instant. */
export function withDeadline<Typed extends Deadline>(
  { openUntil, openUntilHour, ...rest }: Typed,
  context: z.RefinementCtx,
) {
  const time = readSeatInput(openUntil)
  const refuse = (message: string, path = 'openUntil') => {
    context.addIssue({ code: 'custom', message, path: [path] })
    return z.NEVER
  }
  if (time.kind === 'invalid') return refuse('date')
  if (time.kind === 'skipped') return refuse('hourSkipped')
  if (time.kind === 'instant') return { ...rest, openUntil: time.instant }
  return openUntilHour
    ? { ...rest, openUntil: time[openUntilHour] }
    : refuse('hourTwice', 'openUntilHour')
}

const dates = { startsOn: day, endsOn: day }
const LONGEST = 60 * 24 * 3_600_000
const inOrder = ({ startsOn, endsOn }: { startsOn: Date; endsOn: Date }) =>
  endsOn >= startsOn && endsOn.getTime() - startsOn.getTime() <= LONGEST
const orderOfDates = { message: 'datesOrder', path: ['endsOn'] }

const about = {
  title: optionalName(300).default(''),
  kind: z.enum(sessionKinds, 'choose'),
  format: z.enum(sessionFormats, 'choose'),
  place: requiredName(200),
}

/** A new session of a group. */
export const CreateSession = z
  .object({
    groupId: z.uuid('choose'),
    ordinal: z.coerce.number('ordinal').int('ordinal').min(1, 'ordinal').max(999, 'ordinal'),
    ...about,
    ...dates,
  })
  .refine(inOrder, orderOfDates)
export type CreateSession = z.output<typeof CreateSession>

const readVersion = { sessionId: z.uuid(), version: z.coerce.number().int() }

/** Title, place and format of a session; `version` is the one that was read. */
export const ChangeSession = z.object({ ...readVersion, ...about })
export type ChangeSession = z.output<typeof ChangeSession>

/** New dates for a session; the earlier dates are kept with the reason. */
export const PostponeSession = z
  .object({ ...readVersion, ...dates, reason: requiredLine(500) })
  .refine(inOrder, orderOfDates)
export type PostponeSession = z.output<typeof PostponeSession>

/** A period for submission or comments, from now until an instant in the seat's time. */
export const OpenPeriod = z
  .object({ sessionId: z.uuid(), kind: z.enum(periodKinds, 'choose'), ...deadline })
  .transform(withDeadline)
export type OpenPeriod = z.output<typeof OpenPeriod>

/** A later deadline for a period that is still open, with the reason, which everybody reads. */
export const ExtendPeriod = z
  .object({ periodId: z.uuid(), reason: requiredLine(500), ...deadline })
  .transform(withDeadline)
export type ExtendPeriod = z.output<typeof ExtendPeriod>

export const ClosePeriod = z.object({ periodId: z.uuid() })
export type ClosePeriod = z.output<typeof ClosePeriod>
