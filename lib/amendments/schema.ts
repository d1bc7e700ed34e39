import { z } from 'zod'
import { plainLine as plain, requiredLine as required } from '@/lib/text/line'

/** The amendment that is changed; empty for the proposal's text. */
const amends = z
  .union([z.uuid(), z.literal('')])
  .transform((id) => id || null)
  .optional()

/**
 * A suggested change: the whole text as it should read. The id comes with the form, so that the request is idempotent.
 * `version` is that of the draft that was read; 0 for none.
 */
export const WriteAmendment = z.object({
  id: z.uuid(),
  proposalId: z.uuid(),
  revisionNumber: z.coerce.number().int().min(1).max(10_000),
  version: z.coerce.number().int().min(0).default(0),
  body: z.string().default(''),
  text: z.string().default(''),
  reason: plain(4_000).default(''),
  amendsId: amends,
  /** The group of States for which it is to be released; empty for the delegation alone. */
  onBehalfOfId: z.uuid().or(z.literal('')).optional(),
})
export type WriteAmendment = z.output<typeof WriteAmendment>

/**
 * The proposal with the present text to open for a suggested change, or the amendment to be changed; `deletes` if the
 * whole text is to be deleted.
 */
export const AmendedProposalId = z.object({
  proposalId: z.uuid(),
  amendsId: amends,
  deletes: z.literal('yes').optional(),
})
export type AmendedProposalId = z.output<typeof AmendedProposalId>

/** A draft as it was read: the act is refused on another version of it. */
export const ReadAmendmentDraft = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(1),
})
export type ReadAmendmentDraft = z.output<typeof ReadAmendmentDraft>

export const OneAmendmentDraft = z.object({ id: z.uuid() })
export type OneAmendmentDraft = z.output<typeof OneAmendmentDraft>

export const OneAmendment = z.object({ id: z.uuid() })
export type OneAmendment = z.output<typeof OneAmendment>

export const WithdrawAmendment = z.object({ id: z.uuid(), reason: plain(2_000).default('') })
export type WithdrawAmendment = z.output<typeof WithdrawAmendment>

/** Takes another State's change to an own amendment into a new version of it; its id comes with the form. */
export const TakeIntoAmendment = z.object({ id: z.uuid(), takesInId: z.uuid() })
export type TakeIntoAmendment = z.output<typeof TakeIntoAmendment>

/** Declines another State's change to an own amendment. */
export const DeclineChange = z.object({ amendmentId: z.uuid(), reason: plain(4_000).default('') })
export type DeclineChange = z.output<typeof DeclineChange>

/** The authors keep their text, which an amendment would delete. */
export const KeepText = z.object({ amendmentId: z.uuid(), reason: plain(4_000).default('') })
export type KeepText = z.output<typeof KeepText>

/** An answer to an amendment; its id comes with the form. */
export const AnswerAmendment = z.object({
  id: z.uuid(),
  amendmentId: z.uuid(),
  text: required(10_000),
})
export type AnswerAmendment = z.output<typeof AnswerAmendment>
