import { z } from 'zod'
import { Email, enteredKinds } from '@/lib/delegations/schema'
import { requiredLine, requiredName } from '@/lib/text/line'

/** A stakeholder's own description in its request. */
export const AskToTakePart = z.object({
  circulationId: z.uuid(),
  name: requiredName(200),
  kind: z.enum(enteredKinds, 'choose'),
  contactName: requiredName(200),
  email: Email,
})
export type AskToTakePart = z.output<typeof AskToTakePart>

/** The secret of the link that proves an address. */
export const ProveAddress = z.object({ token: z.string().max(100) })
export type ProveAddress = z.output<typeof ProveAddress>

/** `isAnother` is ticked if the name looks like a known one, but another organisation is meant. */
export const ApproveRequest = z.object({
  id: z.uuid(),
  isAnother: z
    .string()
    .optional()
    .transform((value) => value === 'on'),
})
export type ApproveRequest = z.output<typeof ApproveRequest>

export const MergeRequest = z.object({ id: z.uuid(), entityId: z.uuid('choose') })
export type MergeRequest = z.output<typeof MergeRequest>

export const RefuseRequest = z.object({ id: z.uuid(), reason: requiredLine(1_000) })
export type RefuseRequest = z.output<typeof RefuseRequest>
