import { z } from 'zod'
import { optionalName, plainLine, requiredLine, requiredName } from '@/lib/text/line'
import { proposalKinds } from '@/lib/proposals/kinds'
import { asideKinds, takenKinds } from './kinds'

const reason = plainLine(2_000).default('')
export const slug = z.string().max(100)
const ids = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
  z.array(z.uuid()).max(500),
)

/** Ticked if items of different strength are joined: the answer to the question whether they should be. */
const strengthConfirmed = z.union([z.boolean(), z.literal('on').transform(() => true)]).optional()

/** Ticked if words of a withdrawn proposal are taken: the answer to that question. */
const withdrawnConfirmed = z.union([z.boolean(), z.literal('on').transform(() => true)]).optional()

/** The wording: the editor's JSON, or, if the editor does not run, plain text with a paragraph in each line. */
const wording = { body: z.string().default(''), text: z.string().default('') }

/** The extent taken of sources, the same for all; `words` names the part, and must stand in each of them. */
const part = {
  taken: z.enum(takenKinds, 'choose').optional(),
  words: plainLine(4_000).optional(),
}

/** The issued lists that the stock-taking covers: all of them, since those not named are left out. */
const lists = z.preprocess(
  (value) => (typeof value === 'string' ? [value].filter(Boolean) : value),
  z.array(z.uuid()).max(200).default([]),
)
export const OpenConsolidation = z.object({ slug, lists })
export type OpenConsolidation = z.output<typeof OpenConsolidation>

export const ChooseLists = OpenConsolidation
export type ChooseLists = z.output<typeof ChooseLists>

export const AddConsolidatedHeading = z.object({ slug, title: requiredName(300) })
export type AddConsolidatedHeading = z.output<typeof AddConsolidatedHeading>

/** `position` counts from 1 among the headings. */
export const ChangeHeading = z.object({
  slug,
  headingId: z.uuid(),
  title: requiredName(300),
  position: z.coerce.number().int().min(1).max(10_000),
})
export type ChangeHeading = z.output<typeof ChangeHeading>

export const RemoveHeading = z.object({ slug, headingId: z.uuid() })
export type RemoveHeading = z.output<typeof RemoveHeading>

/**
 * A consolidated item with its own wording, from none, one or several preliminary items. The id comes with the form, so
 * that the request is idempotent.
 */
export const MakeItem = z.object({
  slug,
  id: z.uuid(),
  /** One of the list's headings, or the title of a new one. */
  headingId: z.uuid('choose').or(z.literal('')).default(''),
  newHeading: optionalName(300).default(''),
  itemIds: ids.default([]),
  kind: z.enum(proposalKinds, 'choose'),
  ...wording,
  ...part,
  reason,
  strengthConfirmed,
  withdrawnConfirmed,
})
export type MakeItem = z.output<typeof MakeItem>

/** A new wording; `baseNumber` is the wording that was read. */
export const RewordItem = z.object({
  slug,
  id: z.uuid(),
  baseNumber: z.coerce.number().int().min(1).max(100_000),
  ...wording,
  reason,
})
export type RewordItem = z.output<typeof RewordItem>

/** The wording that a comment proposes, as the item's next one. */
export const TakeWording = z.object({
  slug,
  id: z.uuid(),
  commentId: z.uuid(),
  baseNumber: z.coerce.number().int().min(1).max(100_000),
  reason,
  /** Ticked if the wording is to replace the words of all sources. */
  wholeConfirmed: strengthConfirmed,
})
export type TakeWording = z.output<typeof TakeWording>

/** The same without a form: it reads as its first source, under the heading that is named, or that source's own. */
export const MakeOfSources = z.object({
  slug,
  id: z.uuid(),
  itemIds: ids,
  headingId: z.uuid('choose').or(z.literal('')).default(''),
  before: z.uuid().or(z.literal('')).default(''),
  strengthConfirmed,
  withdrawnConfirmed,
})
export type MakeOfSources = z.output<typeof MakeOfSources>

/** The part of sources that an item takes. */
export const LinkSources = z.object({
  slug,
  id: z.uuid('choose'),
  itemIds: ids,
  ...part,
  reason,
  strengthConfirmed,
  withdrawnConfirmed,
})
export type LinkSources = z.output<typeof LinkSources>

export const UnlinkSource = z.object({ slug, id: z.uuid(), itemId: z.uuid(), reason })
export type UnlinkSource = z.output<typeof UnlinkSource>

/** Before another item, which holds when others moved meanwhile; else `position` counts from 1, past the end is last. */
export const MoveItem = z.object({
  slug,
  id: z.uuid(),
  headingId: z.uuid('choose'),
  before: z.uuid().or(z.literal('')).optional(),
  position: z.coerce.number().int().min(1).max(100_000).default(100_000),
})
export type MoveItem = z.output<typeof MoveItem>

export const DeleteItem = z.object({ slug, id: z.uuid(), reason })
export type DeleteItem = z.output<typeof DeleteItem>

/** All that `otherId` has goes into `id`. */
export const MergeItems = z
  .object({ slug, id: z.uuid('choose'), otherId: z.uuid('choose'), reason, strengthConfirmed })
  .refine(({ id, otherId }) => id !== otherId, { error: 'choose', path: ['otherId'] })
export type MergeItems = z.output<typeof MergeItems>

/** `itemIds` are those of its sources that get an item of their own. */
export const SplitItem = z.object({
  slug,
  id: z.uuid(),
  newId: z.uuid(),
  itemIds: ids.default([]),
  reason,
})
export type SplitItem = z.output<typeof SplitItem>

/** `id` is the act's. */
export const UndoAct = z.object({ slug, id: z.uuid() })
export type UndoAct = z.output<typeof UndoAct>

/** An outcome for items that nothing is taken from; States are owed the reason. */
export const SetAside = z.object({
  slug,
  itemIds: ids,
  kind: z.enum(asideKinds, 'choose'),
  reason: requiredLine(2_000),
})
export type SetAside = z.output<typeof SetAside>

export const TakeBackOutcome = z.object({ slug, itemId: z.uuid() })
export type TakeBackOutcome = z.output<typeof TakeBackOutcome>

export const AdoptList = z.object({
  slug,
  meeting: z.coerce.number('required').int().min(1, 'required').max(100),
  /** The version of the list that was checked. */
  version: z.coerce.number().int().optional(),
})
export type AdoptList = z.output<typeof AdoptList>

/** Two preliminary items that should not be suggested to each other at this stock-taking. */
export const SayNotSimilar = z
  .object({ slug, itemId: z.uuid(), otherId: z.uuid() })
  .refine(({ itemId, otherId }) => itemId !== otherId, { error: 'choose', path: ['otherId'] })
export type SayNotSimilar = z.output<typeof SayNotSimilar>

/** Items of a suggested set that stay apart. */
export const LeaveSet = z.object({
  slug,
  itemIds: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(z.uuid()).min(2, 'choose').max(100, 'choose'),
  ),
})
export type LeaveSet = z.output<typeof LeaveSet>
