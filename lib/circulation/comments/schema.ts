import { z } from 'zod'
import { commentCategories, commentPositions } from '@/lib/comments/kinds'
import { PASSAGE_LIMIT } from '@/lib/comments/schema'
import { isBlank } from '@/lib/text/characters'
import { MAX_JSON } from '@/lib/text/document/document'
import { MAX_LETTERS } from '@/lib/text/limits'
import { printable } from '@/lib/text/line'
import { locales } from '@/lib/text/locales'
import { commentTargets } from './kinds'

/** A paper's longest cell fits. */
export const COMMENT_LIMIT = 60_000
export const SUBJECT_LIMIT = 200
/** The maximum number of comments that one act releases. */
const RELEASE_LIMIT = 2_000

const plain = (limit: number) => z.string().max(limit, 'tooLong').superRefine(printable)
const maybeId = z.uuid().or(z.literal('')).default('')
const ids = z
  .array(z.uuid())
  .or(z.uuid().transform((id) => [id]))
  .refine((list) => list.length <= RELEASE_LIMIT, 'tooLong')

/**
 * A comment in the hand of a delegation, on an item, a heading, a list, the circulation or another subject. The id comes
 * with the form. An empty passage means the whole item; `body` (the editor's JSON) or `words` is the item's text as the
 * delegation would have it.
 */
export const KeepDraft = z.object({
  id: z.uuid(),
  circulationId: z.uuid(),
  target: z.enum(commentTargets, 'choose'),
  listId: maybeId,
  headingId: maybeId,
  itemId: maybeId,
  subject: plain(SUBJECT_LIMIT).default(''),
  passage: plain(PASSAGE_LIMIT).default(''),
  /** The offset of the selected passage in the text; null if it was typed. */
  passageStart: z
    .literal('')
    .transform(() => null)
    .or(z.coerce.number().int().min(0).max(MAX_LETTERS))
    .nullable()
    .default(null),
  category: z.enum(commentCategories, 'choose').default('general'),
  position: z
    .enum(commentPositions)
    .or(z.literal('').transform(() => null))
    .nullable()
    .default(null),
  language: z.enum(locales, 'choose').default('en'),
  text: plain(COMMENT_LIMIT).default(''),
  body: z.string().max(MAX_JSON, 'tooLong').default(''),
  words: z.string().max(MAX_JSON, 'tooLong').default(''),
  /** The delegation's released comment that this one replaces. */
  replacesId: maybeId,
  /** The group of States for the release on its behalf; empty for the delegation alone. */
  onBehalfOfId: maybeId,
  /** The version below the typed text; 0 for a new draft. */
  version: z.coerce.number().int().min(0).max(1_000_000).optional(),
})
export type KeepDraft = z.output<typeof KeepDraft>

export const OneDraft = z.object({ id: z.uuid() })
export type OneDraft = z.output<typeof OneDraft>

/** An id with a version and a space, or less. */
const LONGEST_SEEN = RELEASE_LIMIT * 50

/**
 * Several drafts of one circulation: one, those that were ticked, or all in hand. `seen` are the versions that the page
 * showed, in the words of `seenWords`.
 */
export const SeveralDrafts = z.object({
  circulationId: z.uuid(),
  ids: ids.default([]).refine((list) => list.length > 0, 'chooseComments'),
  seen: z.string().max(LONGEST_SEEN, 'tooLong').optional(),
})
export type SeveralDrafts = z.output<typeof SeveralDrafts>

/** "We support these items": one draft for each, with one position. */
export const SupportItems = z.object({
  circulationId: z.uuid(),
  itemIds: ids.default([]).refine((list) => list.length > 0, 'chooseItems'),
  /** The group of States for the release on its behalf; empty for the delegation alone. */
  onBehalfOfId: maybeId,
})
export type SupportItems = z.output<typeof SupportItems>

export const OneReleased = z.object({ id: z.uuid() })
export type OneReleased = z.output<typeof OneReleased>

export const RefuseLate = z.object({
  circulationId: z.uuid(),
  ids: ids.default([]).refine((list) => list.length > 0, 'chooseComments'),
  reason: plain(2_000).refine((typed) => !isBlank(typed), 'required'),
})
export type RefuseLate = z.output<typeof RefuseLate>
