import { z } from 'zod'
import { printable } from '@/lib/text/line'

const REASON_LIMIT = 4_000

export const OneAttribution = z.object({ attributionId: z.uuid() })
export type OneAttribution = z.output<typeof OneAttribution>

export const Dissociate = OneAttribution.extend({
  reason: z.string().max(REASON_LIMIT, 'tooLong').superRefine(printable).default(''),
})
export type Dissociate = z.output<typeof Dissociate>
