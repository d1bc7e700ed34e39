import { z } from 'zod'

export const HandOverPowers = z.object({
  slug: z.string().max(100),
  toPersonId: z.uuid('choose'),
  scope: z.string().trim().max(500, 'tooLong').default(''),
})
export type HandOverPowers = z.output<typeof HandOverPowers>

export const TakeBackPowers = z.object({ slug: z.string().max(100) })
export type TakeBackPowers = z.output<typeof TakeBackPowers>
