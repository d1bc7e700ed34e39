import { z } from 'zod'

/** Subjects to follow. A State is named by one of its delegations. */
export const followedKinds = ['proposal', 'agendaItem', 'state'] as const

/** Asks to follow one thing, or not to follow it any more. */
export const Follow = z.object({
  kind: z.enum(followedKinds),
  id: z.uuid(),
  follows: z.stringbool(),
})
export type Follow = z.output<typeof Follow>
