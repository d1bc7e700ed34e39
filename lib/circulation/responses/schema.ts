import { z } from 'zod'
import { plainLine } from '@/lib/text/line'
import { replyKinds, responseOutcomes, speaksForItself } from './kinds'

const RESPONSE_LIMIT = 10_000
const REPLY_LIMIT = 4_000

const ids = z.preprocess(
  (value) => (typeof value === 'string' ? [value].filter(Boolean) : value),
  z.array(z.uuid()).max(500).default([]),
)
const draft = {
  commentId: z.uuid(),
  text: plainLine(RESPONSE_LIMIT).default(''),
  /** The version below the typed text; 0 for a new draft. */
  version: z.coerce.number().int().min(0).max(1_000_000).default(0),
}

/** A response in the making. */
export const KeepResponse = z.object({
  ...draft,
  outcome: z.enum(responseOutcomes).or(z.literal('')).default(''),
})
export type KeepResponse = z.output<typeof KeepResponse>

/** A response that is released, also to comments that say the same (`also`). */
export const ReleaseResponse = z
  .object({ ...draft, outcome: z.enum(responseOutcomes, 'choose'), also: ids })
  .refine(({ text, outcome }) => text !== '' || speaksForItself(outcome), {
    error: 'required',
    path: ['text'],
  })
export type ReleaseResponse = z.output<typeof ReleaseResponse>

/** The commenter's reply to the response. */
export const ReplyToResponse = z.object({
  commentId: z.uuid(),
  reply: z.enum(replyKinds, 'choose'),
  replyText: plainLine(REPLY_LIMIT).default(''),
})
export type ReplyToResponse = z.output<typeof ReplyToResponse>
