import { z } from 'zod'
import { isBlank } from '@/lib/text/characters'
import { MAX_LETTERS } from '@/lib/text/limits'
import { printable } from '@/lib/text/line'
import { commentCategories, commentPositions } from './kinds'

export const COMMENT_LIMIT = 20_000
export const PASSAGE_LIMIT = 4_000

const plain = (limit: number) => z.string().max(limit, 'tooLong').superRefine(printable)
const text = plain(COMMENT_LIMIT).refine((typed) => !isBlank(typed), 'required')
const maybeId = z.uuid().or(z.literal('')).default('')

/**
 * A comment on a revision of a proposal, a reply to a comment, or the replacement of an earlier comment. The id comes
 * with the form, so that the request is idempotent. An empty passage means the whole text.
 */
export const WriteComment = z.object({
  id: z.uuid(),
  proposalId: z.uuid(),
  revisionNumber: z.coerce.number().int().min(1).max(10_000),
  parentId: maybeId,
  /** The released comment that it replaces. */
  replacesId: maybeId,
  category: z.enum(commentCategories, 'choose').default('general'),
  position: z.enum(commentPositions, 'choose'),
  passage: plain(PASSAGE_LIMIT).default(''),
  /** The offset of the selected passage in the text; null if it was typed. */
  passageStart: z
    .literal('')
    .transform(() => null)
    .or(z.coerce.number().int().min(0).max(MAX_LETTERS))
    .nullable()
    .optional(),
  text,
  /** The group of States for which it is to be released; empty for the delegation alone. */
  onBehalfOfId: z.uuid().or(z.literal('')).optional(),
  /** The version of the delegation's draft over which it was typed; 0 while there is none. */
  version: z.coerce.number().int().min(0).max(1_000_000).optional(),
})
export type WriteComment = z.output<typeof WriteComment>

/** A comment that is kept in the delegation; its position may still be open. */
export const KeepComment = WriteComment.extend({
  position: z
    .enum(commentPositions)
    .or(z.literal('').transform(() => null))
    .nullable()
    .default(null),
})
export type KeepComment = z.output<typeof KeepComment>

export const OneComment = z.object({ id: z.uuid() })
export type OneComment = z.output<typeof OneComment>
