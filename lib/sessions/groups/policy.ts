import { type Decision, allowedIf } from '@/lib/decision'
import { type Actor, isSecretariat } from '@/lib/delegations/actor'

/** The group’s own Secretariat keeps its settings, mandates, workplan and groups of States. */
export const canChangeGroup = (actor: Actor): Decision =>
  allowedIf(isSecretariat(actor), 'secretariatOnly')
