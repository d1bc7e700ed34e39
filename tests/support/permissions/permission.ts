import type { Decision } from '@/lib/decision'
import type { Actor } from '@/lib/delegations/actor'

type Ability = (actor: Actor) => boolean | Decision

/** A row of the table of permissions: an act, one sign a role, and the policy. */
export type Permission = [act: string, who: string, ability: Ability]
