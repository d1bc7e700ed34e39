import { z } from 'zod'
import { ticked } from '@/lib/sessions/groups/schema'
import { day, deadline, withDeadline } from '@/lib/sessions/schema'
import { sessionFormats } from '@/lib/sessions/kinds'
import { isBlank } from '@/lib/text/characters'
import { optionalName, printable, requiredLine, requiredName } from '@/lib/text/line'
import { locales } from '@/lib/text/locales'
import { silenceRemarkKinds, silenceRolls, silenceSubjects } from './kinds'

const TEXT_LIMIT = 60_000
const none = z.literal('').transform(() => null)
const text = z
  .string()
  .max(TEXT_LIMIT, 'tooLong')
  .superRefine(printable)
  .refine((typed) => !isBlank(typed), 'required')

const question = {
  title: requiredName(200),
  asks: requiredLine(1_000),
  roll: z.enum(silenceRolls, 'choose'),
  startsOn: none.or(day).optional().default(null),
  endsOn: none.or(day).optional().default(null),
  format: none.or(z.enum(sessionFormats)).optional().default(null),
  formatWords: optionalName(100).default(''),
}
type Question = {
  subject: (typeof silenceSubjects)[number]
  startsOn: Date | null
  endsOn: Date | null
  format: string | null
}

/** Dates belong to a question of dates, a format to one of format; each needs its own. */
function complete(
  { subject, startsOn, endsOn, format }: Question,
  context: { addIssue: (issue: { code: 'custom'; message: string; path: string[] }) => void },
): void {
  const refuse = (message: string, field: string) =>
    context.addIssue({ code: 'custom', message, path: [field] })
  if (subject === 'dates' && !startsOn) refuse('date', 'startsOn')
  if (subject === 'dates' && !endsOn) refuse('date', 'endsOn')
  if (subject === 'dates' && startsOn && endsOn && endsOn < startsOn) refuse('datesOrder', 'endsOn')
  if (subject === 'format' && !format) refuse('choose', 'format')
}

/** The question with the facts of its subject alone: a person may have filled fields before choosing another subject. */
const ofSubject = <Asked extends Question & { formatWords: string }>(asked: Asked): Asked => ({
  ...asked,
  ...(asked.subject !== 'dates' && { startsOn: null, endsOn: null }),
  ...(asked.subject !== 'format' && { format: null, formatWords: '' }),
})

/** A question to be put under silence, or with `formerId` a revised one after a procedure that was broken. */
export const PrepareSilence = z
  .object({
    sessionId: z.uuid(),
    formerId: none.or(z.uuid()).optional().default(null),
    subject: z.enum(silenceSubjects, 'choose'),
    ...question,
    language: z.enum(locales, 'choose'),
    text,
  })
  .superRefine(complete)
  .transform(ofSubject)
export type PrepareSilence = z.output<typeof PrepareSilence>

const readVersion = { id: z.uuid(), version: z.coerce.number().int() }

/** The text in one language; `version` is the one that was read. An empty text takes that language away. */
export const WriteText = z.object({
  ...readVersion,
  language: z.enum(locales, 'choose'),
  text: z.string().max(TEXT_LIMIT, 'tooLong').superRefine(printable),
})
export type WriteText = z.output<typeof WriteText>

export const OneSilence = z.object({ id: z.uuid() })
export type OneSilence = z.output<typeof OneSilence>

/** An annex in a language; its file comes with the form. */
export const AddAnnex = z.object({ ...readVersion, language: z.enum(locales, 'choose') })

export const RemoveAnnex = z.object({ ...readVersion, annexId: z.uuid() })
export type RemoveAnnex = z.output<typeof RemoveAnnex>

/** The opening, with its deadline in the seat's time. */
export const OpenSilence = z
  .object({
    ...readVersion,
    ...deadline,
    /** Ticked if members without an address are asked in another way. */
    unreachedConfirmed: ticked,
  })
  .transform(withDeadline)
export type OpenSilence = z.output<typeof OpenSilence>

/** A later deadline, with the reason for all. */
export const ExtendSilence = z
  .object({ id: z.uuid(), reason: requiredLine(500), ...deadline })
  .transform(withDeadline)
export type ExtendSilence = z.output<typeof ExtendSilence>

/** A break. Its id comes with the form, so that the request is idempotent. */
export const BreakSilence = z.object({
  id: z.uuid(),
  silenceId: z.uuid(),
  point: requiredLine(500),
  reason: requiredLine(4_000),
})
export type BreakSilence = z.output<typeof BreakSilence>

/** A break that came by another way, as the Secretariat enters it, with the time of its arrival in the seat's time. */
export const EnterBreak = z
  .object({
    id: z.uuid(),
    silenceId: z.uuid(),
    memberId: z.uuid('choose'),
    way: z.enum(['note', 'email'], 'choose'),
    point: requiredLine(500),
    reason: requiredLine(4_000),
    ...deadline,
  })
  .transform(withDeadline)
export type EnterBreak = z.output<typeof EnterBreak>

export const WithdrawBreak = z.object({ id: z.uuid() })
export type WithdrawBreak = z.output<typeof WithdrawBreak>

export const Remark = z.object({
  id: z.uuid(),
  silenceId: z.uuid(),
  kind: z.enum(silenceRemarkKinds, 'choose'),
  text: requiredLine(8_000),
})
export type Remark = z.output<typeof Remark>

export const NoteSilence = z.object({ id: z.uuid(), meetingId: z.uuid('choose') })
export type NoteSilence = z.output<typeof NoteSilence>
