import { type Actor, isSecretariat } from '@/lib/delegations/actor'

/** The Secretariat of the whole group keeps the accounts. */
export const canManageAccounts = (actor: Actor): boolean => isSecretariat(actor)

/** Nobody closes their own account: so there is always a member of the Secretariat left. */
export const canCloseAccount = (actor: Actor, account: { personId: string }): boolean =>
  managesAnother(actor, account)

/** Nobody resets their own app: whoever sits down at a browser that is signed in would need no code. */
export const canResetFactor = (actor: Actor, account: { personId: string }): boolean =>
  managesAnother(actor, account)

const managesAnother = (actor: Actor, account: { personId: string }): boolean =>
  canManageAccounts(actor) && actor.personId !== account.personId
