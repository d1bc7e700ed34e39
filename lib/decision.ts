import { Refused, type RefusalReason } from '@/lib/errors'

/**
 * The answer of a policy about an act on an object. A page hides the act or explains `key`, a sentence
 * under `refusals` of the messages; a command refuses with it.
 */
export type Decision =
  | { readonly allowed: true }
  | {
      readonly allowed: false
      readonly reason: RefusalReason
      readonly key: string
      readonly values: Record<string, string | number>
    }

export const ALLOWED: Decision = { allowed: true }

/** A decision against the act. */
export const refusal = (
  reason: RefusalReason,
  key: string,
  values: Record<string, string | number> = {},
): Decision => ({ allowed: false, reason, key, values })

/** Allowed if the condition holds, else the refusal `forbidden` with the key. */
export const allowedIf = (condition: boolean, key: string): Decision =>
  condition ? ALLOWED : refusal('forbidden', key)

/** The first decision against the act, else allowed. The order is that in which a person is told. */
export const allOf = (...decisions: readonly Decision[]): Decision =>
  decisions.find(({ allowed }) => !allowed) ?? ALLOWED

/** Throws `Refused` with the key of a decision against the act. */
export function requireAllowed(decision: Decision): void {
  if (!decision.allowed) throw new Refused(decision.reason, decision.key, decision.values)
}
