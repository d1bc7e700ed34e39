import { z } from 'zod'
import { postingRules } from '@/lib/circulation/posting/posted'
import { entityKinds } from '@/lib/delegations/kinds'
import { deadline, withDeadline } from '@/lib/sessions/schema'
import { readSeatInput } from '@/lib/clock'
import { locales } from '@/lib/text/locales'
import { requiredLine, requiredName } from '@/lib/text/line'
import { unknownFields } from './merge-fields'

const LETTER_LIMIT = 10_000

/** Values of boxes that were ticked, each once: one, several or none. */
const ticked = <T extends z.ZodType>(value: T) =>
  z
    .union([z.array(value), value.transform((single) => [single])])
    .optional()
    .transform((values) => [...new Set(values)])

/** Days before the deadline, as they are typed: "14, 3, 1"; the earliest reminder first, each once. */
const remindDays = z
  .string()
  .default('14, 3, 1')
  .transform((typed, context) => {
    const days = typed
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(Number)
    if (days.length > 10 || days.some((day) => !Number.isInteger(day) || day < 1 || day > 90))
      context.addIssue({ code: 'custom', message: 'remindDays' })
    return [...new Set(days)].toSorted((a, b) => b - a)
  })

const content = {
  title: requiredName(200),
  letter: requiredLine(LETTER_LIMIT).superRefine((letter, context) => {
    if (unknownFields(letter).length > 0)
      context.addIssue({ code: 'custom', message: 'mergeField' })
    else if (!letter.includes('{address}') || !letter.includes('{deadline}'))
      context.addIssue({ code: 'custom', message: 'letterWithout' })
  }),
  languages: ticked(z.enum(locales)).refine((values) => values.length > 0, 'choose'),
  lists: ticked(z.uuid()).refine((values) => values.length > 0, 'chooseList'),
  postingRule: z.enum(postingRules, 'choose'),
  /** The day and hour of posting in the seat's time, with the rule `atDate` alone. */
  postAt: z.string().default(''),
  ...deadline,
  remindDays,
}

type Typed = { postingRule: (typeof postingRules)[number]; postAt: string }

/** A date belongs to the rule that posts at one; of an hour that the clock shows twice the later is meant. */
function withPosting<T extends Typed>(
  { postAt: typed, ...rest }: T,
  context: z.RefinementCtx,
): Omit<T, 'postAt'> & { postAt: Date | null } {
  if (rest.postingRule !== 'atDate') return { ...rest, postAt: null }
  const time = readSeatInput(typed)
  const postAt = time.kind === 'instant' ? time.instant : time.kind === 'twice' ? time.winter : null
  if (postAt === null) context.addIssue({ code: 'custom', message: 'postDate', path: ['postAt'] })
  return { ...rest, postAt }
}

/** A circulation in preparation. The id comes with the form, so that the request is idempotent. */
export const CreateCirculation = z
  .object({ id: z.uuid(), slug: z.string(), ...content })
  .transform(withDeadline)
  .transform(withPosting)
export type CreateCirculation = z.output<typeof CreateCirculation>

const version = z.coerce.number().int().min(1)

export const EditCirculation = z
  .object({ id: z.uuid(), version, ...content })
  .transform(withDeadline)
  .transform(withPosting)
export type EditCirculation = z.output<typeof EditCirculation>

/** Opens the version that the actor read; refuses another. */
export const OpenCirculation = z.object({ id: z.uuid(), version })
export type OpenCirculation = z.output<typeof OpenCirculation>

export const ExtendCirculation = z
  .object({
    id: z.uuid(),
    ...deadline,
    reason: requiredLine(1_000),
  })
  .transform(withDeadline)
export type ExtendCirculation = z.output<typeof ExtendCirculation>

/** Everybody of these kinds of participants, and these States and organisations beside. */
export const AddAddressees = z.object({
  id: z.uuid(),
  kinds: ticked(z.enum(entityKinds)),
  entities: ticked(z.uuid()),
})
export type AddAddressees = z.output<typeof AddAddressees>

export const OneAddressee = z.object({ id: z.uuid(), delegationId: z.uuid() })
export type OneAddressee = z.output<typeof OneAddressee>

export const addresseeStates = [
  'notWritten',
  'bounced',
  'written',
  'opened',
  'inHand',
  'answered',
] as const

/** The filter of the addressees in the address; an unreadable value counts as not chosen. */
export const AddresseeFilter = z.object({
  state: z
    .enum(['', ...addresseeStates])
    .catch('')
    .default(''),
  kind: z
    .enum(['', ...entityKinds])
    .catch('')
    .default(''),
})
export type AddresseeFilter = z.output<typeof AddresseeFilter>
