import { z } from 'zod'
import { oneLineEnd } from '@/lib/text/files/encoding'
import { LIST_BYTES } from './limits'

/** A list of delegations and people to be checked (`check`) or registered whole. */
export const RegisterPeople = z.object({
  sessionId: z.uuid(),
  step: z.enum(['check', 'register']).catch('check'),
  list: z
    .string()
    .refine((list) => list.trim() !== '', 'required')
    .refine((list) => new TextEncoder().encode(list).length <= LIST_BYTES, 'listTooLarge')
    .transform(oneLineEnd),
})
export type RegisterPeople = z.output<typeof RegisterPeople>
