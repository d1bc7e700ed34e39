import { z } from 'zod'
import { Email } from '@/lib/delegations/schema'
import { safeReturn } from '@/lib/paths'

/** A password that somebody typed to prove who they are: anything that could be one. */
const TypedPassword = z.string().min(1, 'required').max(500, 'tooLong')

/** A new password: only its length counts, so no other rule applies. */
const NewPassword = z.string().min(12, 'passwordShort').max(200, 'tooLong')

const ReturnTo = z.unknown().transform(safeReturn)

export const SignInWithPassword = z.object({ email: Email, password: TypedPassword })
export type SignInWithPassword = z.output<typeof SignInWithPassword>

export const RequestLink = z.object({ email: Email, returnTo: ReturnTo })
export type RequestLink = z.output<typeof RequestLink>

export const UseLink = z.object({ token: z.string().max(200).default('') })

export const ChangePassword = z.object({
  current: z.string().max(500, 'tooLong').default(''),
  password: NewPassword,
})
export type ChangePassword = z.output<typeof ChangePassword>
