import { z } from 'zod'
import { findForbiddenCharacter, isBlank } from '@/lib/text/characters'

const plain = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, 'tooLong')
    .refine((text) => findForbiddenCharacter(text) === null, 'forbiddenCharacter')
const required = (limit: number) => plain(limit).refine((text) => !isBlank(text), 'required')

/**
 * A suggested change: the whole text as it should read. The id comes with the form, so that a
 * request sent twice is one amendment. `version` is that of the draft that was read; 0 for none.
 */
export const WriteAmendment = z.object({
  id: z.uuid(),
  proposalId: z.uuid(),
  revisionNumber: z.coerce.number().int().min(1).max(10_000),
  version: z.coerce.number().int().min(0).default(0),
  body: z.string().default(''),
  text: z.string().default(''),
  reason: plain(4_000).default(''),
})
export type WriteAmendment = z.output<typeof WriteAmendment>

export const OneAmendmentDraft = z.object({ id: z.uuid() })
export type OneAmendmentDraft = z.output<typeof OneAmendmentDraft>

export const OneAmendment = z.object({ id: z.uuid() })
export type OneAmendment = z.output<typeof OneAmendment>

export const WithdrawAmendment = z.object({ id: z.uuid(), reason: plain(2_000).default('') })
export type WithdrawAmendment = z.output<typeof WithdrawAmendment>

/** An answer to an amendment; its id comes with the form. */
export const AnswerAmendment = z.object({
  id: z.uuid(),
  amendmentId: z.uuid(),
  text: required(10_000),
})
export type AnswerAmendment = z.output<typeof AnswerAmendment>
