import { z } from 'zod'
import { day } from '@/lib/sessions/schema'
import {
  decidedBys,
  decidedHows,
  sessionFormats,
  enteredSteps,
  type SessionStep,
} from '@/lib/sessions/kinds'
import { optionalName, plainLine, requiredLine } from '@/lib/text/line'

const none = z.literal('').transform(() => null)
const optionalDay = none.or(day).optional().default(null)
const optionalId = none.or(z.uuid()).optional().default(null)

/** What a decision says, as the form of it sends it and as a file tells it. */
const said = {
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
  .object({ sessionId: z.uuid(), version: z.coerce.number().int(), ...said })
  .superRefine(({ step, startsOn, endsOn, reason, format }, context) => {
    const refuse = (message: string, field: string) =>
      context.addIssue({ code: 'custom', message, path: [field] })
    if ((startsOn === null) !== (endsOn === null)) refuse('datesBoth', 'endsOn')
    if (startsOn && endsOn && endsOn < startsOn) refuse('datesOrder', 'endsOn')
    if (startsOn && step !== 'datesApproved') refuse('datesOfOtherStep', 'startsOn')
    if (format && step !== 'formatApproved') refuse('formatOfOtherStep', 'format')
    if (step === 'formatApproved' && !format) refuse('choose', 'format')
    if (step === 'postponed' && !reason) refuse('required', 'reason')
  })
export type RecordDecision = z.output<typeof RecordDecision>

/** What is written of a decision, whoever enters it. */
export type DecisionToWrite = Omit<RecordDecision, 'sessionId' | 'version' | 'step'> & {
  step: SessionStep
}

export const AnnulDecision = z.object({
  decisionId: z.uuid(),
  version: z.coerce.number().int(),
  reason: requiredLine(500),
})
export type AnnulDecision = z.output<typeof AnnulDecision>
