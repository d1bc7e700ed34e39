import { z } from 'zod'
import { readSeatInput } from '@/lib/clock'
import { statementKinds } from '@/lib/meetings/kinds'
import { optionalName, plainLine } from '@/lib/text/line'
import { locales } from '@/lib/text/locales'

const none = z.literal('').transform(() => null)
const optionalId = none.or(z.uuid()).optional().default(null)
const minutes = z.coerce
  .number('wholeNumber')
  .int('wholeNumber')
  .min(1, 'wholeNumber')
  .max(120, 'wholeNumber')

/** The list of speakers on an agenda item, open from an exact time on. */
export const SetSpeakersList = z.object({
  sessionId: z.uuid(),
  agendaItemId: z.uuid('choose'),
  opensAt: z.string().transform((typed, context) => {
    const time = readSeatInput(typed)
    if (time.kind === 'instant') return time.instant
    if (time.kind === 'twice') return time.summer
    context.addIssue({ code: 'custom', message: time.kind === 'skipped' ? 'hourSkipped' : 'date' })
    return z.NEVER
  }),
  rule: plainLine(1_000).default(''),
  stateMinutes: minutes,
  groupMinutes: minutes,
  otherMinutes: minutes,
})
export type SetSpeakersList = z.output<typeof SetSpeakersList>

export const CloseSpeakersList = z.object({ listId: z.uuid() })
export type CloseSpeakersList = z.output<typeof CloseSpeakersList>

/** A request for the floor: by a delegation, or by the Secretariat for another (`delegationId`) or a group of States. */
export const AskFloor = z.object({
  listId: z.uuid(),
  kind: z.enum(statementKinds, 'choose'),
  delegationId: optionalId,
  groupOfStatesId: optionalId,
  onBehalfOfId: optionalId,
  person: optionalName(150).default(''),
  language: z.literal('').or(z.enum(locales)).default(''),
})
export type AskFloor = z.output<typeof AskFloor>

export const OneStatement = z.object({ statementId: z.uuid() })
export type OneStatement = z.output<typeof OneStatement>

/** A call to the floor; `held` are the requests that had the floor on the page, with commas between their ids. */
export const CallSpeaker = z.object({
  statementId: z.uuid(),
  held: z
    .string()
    .max(2_000)
    .default('')
    .transform((ids) => ids.split(',').filter(Boolean)),
})
export type CallSpeaker = z.output<typeof CallSpeaker>

/** The order of those who wait, by the ids of their requests. */
export const OrderSpeakers = z.object({
  listId: z.uuid(),
  statementId: z.uuid(),
  move: z.enum(['up', 'down', 'first']),
})
export type OrderSpeakers = z.output<typeof OrderSpeakers>

/** A statement that was made: its meeting, and its text if it was handed in. */
export const NoteStatement = z.object({
  statementId: z.uuid(),
  meetingId: optionalId,
  text: plainLine(100_000).default(''),
})
export type NoteStatement = z.output<typeof NoteStatement>
