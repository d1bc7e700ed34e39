import { z } from 'zod'
import { slug } from '@/lib/consolidation/schema'
import { plainLine, requiredLine } from '@/lib/text/line'

/**
 * A delegation's disagreement with the outcome of its preliminary item: with one wording of a consolidated item, or,
 * without one, with the setting aside of the item.
 */
export const StateDisagreement = z.object({
  slug,
  itemId: z.uuid(),
  consolidatedItemId: z.uuid().or(z.literal('')).default(''),
  /** The wording that was read. */
  wording: z.coerce.number().int().min(0).max(100_000).default(0),
  text: requiredLine(4_000),
})
export type StateDisagreement = z.output<typeof StateDisagreement>

export const WithdrawDisagreement = z.object({ slug, id: z.uuid() })
export type WithdrawDisagreement = z.output<typeof WithdrawDisagreement>

/** The person has seen the changes until then: the latest change that the page showed. */
export const MarkChangesSeen = z.object({ slug, until: plainLine(40).pipe(z.coerce.date()) })
export type MarkChangesSeen = z.output<typeof MarkChangesSeen>
