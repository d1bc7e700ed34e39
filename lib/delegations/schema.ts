import { z } from 'zod'
import { optionalName, requiredName } from '@/lib/text/line'
import { readEmailAddress } from '@/lib/delegations/names/email-address'
import { entityKinds, officeKinds, representativeRoles } from './kinds'

/** Kinds of participants that the Secretariat types; States are chosen from the reference data. */
export const enteredKinds = entityKinds.filter(
  (kind) => kind !== 'memberState' && kind !== 'observerState',
)

const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'on')

/** An e-mail address in the form in which it is kept: one address is one person. */
export const Email = z
  .string()
  .trim()
  .max(254, 'tooLong')
  .transform((typed, context) => {
    const address = readEmailAddress(typed)
    if (address === null) context.addIssue({ code: 'custom', message: 'email' })
    return address ?? ''
  })

/** The name of a person, as it is printed. */
export const personName = requiredName(200)

const person = {
  honorific: optionalName(40).default(''),
  name: personName,
  email: Email,
}

/** A known State or organisation, or the name and kind of a new organisation. */
export const RegisterDelegation = z
  .object({
    sessionId: z.uuid(),
    entityId: z.uuid().or(z.literal('')).default(''),
    kind: z.enum(enteredKinds).or(z.literal('')).default(''),
    name: optionalName(200).default(''),
    /** Ticked if a new organisation has a name that looks like another's, and is meant. */
    isAnother: ticked,
  })
  .superRefine(({ entityId, kind, name }, context) => {
    if (entityId) return
    if (!name) context.addIssue({ code: 'custom', message: 'chooseDelegation', path: ['entityId'] })
    else if (!kind) context.addIssue({ code: 'custom', message: 'choose', path: ['kind'] })
  })
export type RegisterDelegation = z.output<typeof RegisterDelegation>

export const WithdrawDelegation = z.object({ delegationId: z.uuid() })
export type WithdrawDelegation = z.output<typeof WithdrawDelegation>

const place = { role: z.enum(representativeRoles, 'choose'), maySubmit: ticked }

/** A person's seat in a delegation. The e-mail address identifies the person. */
export const AppointRepresentative = z.object({ delegationId: z.uuid(), ...person, ...place })
export type AppointRepresentative = z.output<typeof AppointRepresentative>

/** A new role or right for a seat; `wasRole` and `wasMaySubmit` are the values that the form showed. */
export const ChangeRepresentative = z.object({
  representativeId: z.uuid(),
  wasRole: z.enum(representativeRoles),
  wasMaySubmit: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
  ...place,
})
export type ChangeRepresentative = z.output<typeof ChangeRepresentative>

export const EndRepresentative = z.object({ representativeId: z.uuid() })
export type EndRepresentative = z.output<typeof EndRepresentative>

export const InviteRepresentative = z.object({ representativeId: z.uuid() })
export type InviteRepresentative = z.output<typeof InviteRepresentative>

/** An office in one session, or in every session of the group. */
export const AppointOfficer = z.object({
  sessionId: z.uuid(),
  kind: z.enum(officeKinds, 'choose'),
  wholeGroup: ticked,
  ...person,
})
export type AppointOfficer = z.output<typeof AppointOfficer>

export const EndOfficer = z.object({ sessionId: z.uuid(), officeId: z.uuid() })
export type EndOfficer = z.output<typeof EndOfficer>
