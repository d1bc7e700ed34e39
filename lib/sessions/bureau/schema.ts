import { z } from 'zod'
import { bureauCapacities } from '@/lib/sessions/kinds'
import { day } from '@/lib/sessions/schema'
import { optionalName, requiredName } from '@/lib/text/line'

const optionalDay = z
  .literal('')
  .transform(() => null)
  .or(day)
  .optional()
  .default(null)

/** A member of the extended Bureau in a capacity; `succeedsId` names its predecessor. */
export const AddBureauMember = z
  .object({
    sessionId: z.uuid(),
    capacity: z.enum(bureauCapacities, 'choose'),
    title: requiredName(150),
    honorific: optionalName(60).default(''),
    name: requiredName(150),
    affiliation: optionalName(200).default(''),
    email: z.literal('').or(z.email('email').max(254, 'tooLong').toLowerCase()).default(''),
    wholeGroup: z
      .string()
      .optional()
      .transform((value) => value === 'on'),
    fromOn: optionalDay,
    untilOn: optionalDay,
    succeedsId: z
      .literal('')
      .transform(() => null)
      .or(z.uuid())
      .optional()
      .default(null),
  })
  .refine(({ fromOn, untilOn }) => !fromOn || !untilOn || untilOn >= fromOn, {
    message: 'datesOrder',
    path: ['untilOn'],
  })
export type AddBureauMember = z.output<typeof AddBureauMember>

export const EndBureauMember = z.object({ sessionId: z.uuid(), memberId: z.uuid() })
export type EndBureauMember = z.output<typeof EndBureauMember>
