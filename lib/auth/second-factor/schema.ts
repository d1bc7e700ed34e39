import { z } from 'zod'
import { safeReturn } from '@/lib/paths'

/** A code of the app, or a recovery code. */
export const TypedCode = z.object({
  code: z.string().trim().min(1, 'required').max(40, 'tooLong'),
  returnTo: z.unknown().transform(safeReturn),
})
export type TypedCode = z.output<typeof TypedCode>
