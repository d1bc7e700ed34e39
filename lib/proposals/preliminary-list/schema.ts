import { z } from 'zod'
import { optionalName, requiredName } from '@/lib/text/line'

const slug = z.string().max(100)
const ids = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(z.uuid(), 'choose').min(1, 'choose').max(500),
)
const position = z.coerce.number().int().min(1).max(100_000)

/** Proposals to place under a heading of the list, or under a new one. */
export const PlaceProposals = z.object({
  slug,
  proposalIds: ids,
  headingId: z.uuid('choose').or(z.literal('')).default(''),
  newHeading: optionalName(300).default(''),
})
export type PlaceProposals = z.output<typeof PlaceProposals>

/** `position` counts from 1 under the heading; past the end means last. */
export const MoveListItem = z.object({
  slug,
  itemId: z.uuid(),
  headingId: z.uuid('choose'),
  position,
})
export type MoveListItem = z.output<typeof MoveListItem>

export const OneListItem = z.object({ slug, itemId: z.uuid() })
export type OneListItem = z.output<typeof OneListItem>

export const AddListHeading = z.object({ slug, title: requiredName(300) })
export type AddListHeading = z.output<typeof AddListHeading>

export const RenameListHeading = z.object({ slug, headingId: z.uuid(), title: requiredName(300) })
export type RenameListHeading = z.output<typeof RenameListHeading>

export const MoveListHeading = z.object({ slug, headingId: z.uuid(), position })
export type MoveListHeading = z.output<typeof MoveListHeading>

export const OneListHeading = z.object({ slug, headingId: z.uuid() })
export type OneListHeading = z.output<typeof OneListHeading>

/** Issuing names the version of the list that was read: the issued list is the checked list. */
export const IssueList = z.object({ slug, version: z.coerce.number().int().min(1) })
export type IssueList = z.output<typeof IssueList>
