import { z } from 'zod'

/** Marks a row of the desk as done or read, until the newest thing that the person was shown of it. */
export const MarkRow = z.object({
  subject: z.string().min(1).max(200),
  until: z.iso.datetime(),
})
export type MarkRow = z.output<typeof MarkRow>

/** A row of the desk that is put back. */
export const OneRow = MarkRow.pick({ subject: true })
export type OneRow = z.output<typeof OneRow>
