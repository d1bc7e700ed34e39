import { z } from 'zod'
import { plainLine } from '@/lib/text/line'

export const HandOverPowers = z.object({
  slug: z.string().max(100),
  toPersonId: z.uuid('choose'),
  scope: plainLine(500).default(''),
})
export type HandOverPowers = z.output<typeof HandOverPowers>

export const TakeBackPowers = z.object({ slug: z.string().max(100) })
export type TakeBackPowers = z.output<typeof TakeBackPowers>
