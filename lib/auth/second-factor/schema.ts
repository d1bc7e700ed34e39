import { z } from 'zod'
import { safeReturn } from '@/lib/paths'

/** A code of the app, or a recovery code. */
export const TypedCode = z.object({
  code: z.string().trim().min(1, 'required').max(40, 'tooLong'),
  /** Absent if the form stands on the page of the account. */
  returnTo: z.string().optional().transform(safeReturn),
})
export type TypedCode = z.output<typeof TypedCode>
