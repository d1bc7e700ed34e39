import { z } from 'zod'
import { isBlank } from '@/lib/text/characters'
import { MAX_LETTERS } from '@/lib/text/limits'
import { printable } from '@/lib/text/line'
import { commentKinds } from './kinds'

export const COMMENT_LIMIT = 20_000
export const PASSAGE_LIMIT = 4_000

const plain = (limit: number) => z.string().max(limit, 'tooLong').superRefine(printable)

/**
 * A comment on a revision of a proposal, or an answer to a comment. The id comes with the form, so
 * that a request which is sent twice makes one comment. An empty passage means the whole text.
 */
export const WriteComment = z.object({
  id: z.uuid(),
  proposalId: z.uuid(),
  revisionNumber: z.coerce.number().int().min(1).max(10_000),
  parentId: z.uuid().or(z.literal('')).default(''),
  kind: z.enum(commentKinds, 'choose'),
  passage: plain(PASSAGE_LIMIT).default(''),
  /** Where the words of the passage were selected in the text; null where they were typed. */
  passageStart: z
    .literal('')
    .transform(() => null)
    .or(z.coerce.number().int().min(0).max(MAX_LETTERS))
    .nullable()
    .optional(),
  text: plain(COMMENT_LIMIT).refine((text) => !isBlank(text), 'required'),
})
export type WriteComment = z.output<typeof WriteComment>

export const OneCommentDraft = z.object({ id: z.uuid() })
export type OneCommentDraft = z.output<typeof OneCommentDraft>
