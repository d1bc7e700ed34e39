import { z } from 'zod'
import { day } from '@/lib/sessions/schema'
import {
  decidedBys,
  decidedHows,
  sessionFormats,
  enteredSteps,
  roomRulings,
  type SessionStep,
} from '@/lib/sessions/kinds'
import { optionalName, plainLine, requiredLine } from '@/lib/text/line'

const none = z.literal('').transform(() => null)
const optionalDay = none.or(day).optional().default(null)
const optionalId = none.or(z.uuid()).optional().default(null)

/** The fields of a decision, from its form or from a file. */
const fields = {
  step: z.enum(enteredSteps, 'choose'),
  decidedBy: z.enum(decidedBys, 'choose'),
  how: z.enum(decidedHows, 'choose'),
  decidedOn: day,
  meetingId: optionalId,
  memberId: optionalId,
  remotely: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
  circulatedOn: optionalDay,
  startsOn: optionalDay,
  endsOn: optionalDay,
  format: none.or(z.enum(sessionFormats)).optional().default(null),
  formatWords: optionalName(100).default(''),
  reason: plainLine(500).default(''),
  documentSymbol: optionalName(100).default(''),
}

/** A decision on a session, entered by hand; `version` is that of the session as it was read. */
export const RecordDecision = z
  .object({ sessionId: z.uuid(), version: z.coerce.number().int(), ...fields })
  .superRefine(({ step, startsOn, endsOn, reason, format, decidedBy, how }, context) => {
    const refuse = (message: string, field: string) =>
      context.addIssue({ code: 'custom', message, path: [field] })
    if ((startsOn === null) !== (endsOn === null)) refuse('datesBoth', 'endsOn')
    if (startsOn && endsOn && endsOn < startsOn) refuse('datesOrder', 'endsOn')
    if (startsOn && step !== 'datesApproved') refuse('datesOfOtherStep', 'startsOn')
    if (format && step !== 'formatApproved') refuse('formatOfOtherStep', 'format')
    if (step === 'formatApproved' && !format) refuse('choose', 'format')
    if ((step === 'postponed' || step === 'ruled') && !reason) refuse('required', 'reason')
    if (step === 'ruled' && decidedBy !== 'chair') refuse('ruledByChair', 'decidedBy')
    if (step === 'ruled' && how !== 'ruling') refuse('ruledByChair', 'how')
  })
export type RecordDecision = z.output<typeof RecordDecision>

/** The stored fields of a decision, from any author. */
export type DecisionToWrite = Omit<RecordDecision, 'sessionId' | 'version' | 'step'> & {
  step: SessionStep
}

const slug = z.string().max(100)

/** A ruling of the Chair at the console, in its words, and whether the room has it before it at once. */
export const RuleInRoom = z
  .object({
    slug,
    step: z.enum(roomRulings, 'choose'),
    words: plainLine(500).default(''),
    show: z
      .literal('on')
      .optional()
      .transform((value) => value === 'on'),
  })
  .refine(({ step, words }) => step !== 'ruled' || words !== '', {
    message: 'required',
    path: ['words'],
  })
export type RuleInRoom = z.output<typeof RuleInRoom>

/** A decision that the room gets before it. */
export const ShowDecision = z.object({ slug, decisionId: z.uuid() })
export type ShowDecision = z.output<typeof ShowDecision>

export const HideDecision = z.object({ slug })
export type HideDecision = z.output<typeof HideDecision>

export const AnnulDecision = z.object({
  decisionId: z.uuid(),
  version: z.coerce.number().int(),
  reason: requiredLine(500),
})
export type AnnulDecision = z.output<typeof AnnulDecision>
