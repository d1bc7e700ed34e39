import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, membershipIn } from '@/lib/delegations/actor'

/** The members of a group of States on one day: ids of States and organisations. */
export type GroupOnDay = {
  name: string
  /** Its members on that day. */
  members: readonly string[]
  /** The holders of its capacity in the extended Bureau on that day: "European Union", "Chair of the African Group". */
  speakers: readonly string[]
}

/** A delegation submits on behalf of a group to which its State belongs on that day, or for which it holds the capacity then. */
export const canActOnBehalf = (
  entityId: string,
  { name, members, speakers }: GroupOnDay,
): Decision =>
  members.includes(entityId) || speakers.includes(entityId)
    ? ALLOWED
    : refusal('forbidden', 'notOfGroup', { group: name })

/** A text on behalf of a group, in its present state. */
export type AttributionState = {
  sessionId: string
  /** The delegation that submitted it; null for a statement that the Secretariat entered for the group itself. */
  delegationId: string | null
  /** The delegations to its session of those that were members on that day, with who dissociated itself. */
  members: readonly { delegationId: string; dissociated: boolean }[]
}

/**
 * A member of that day dissociates itself, by a person who may submit for its delegation. Nobody else does so for it:
 * neither the author, who can withdraw, nor an office.
 */
export const canDissociate = (actor: Actor, attribution: AttributionState): Decision =>
  allOf(
    maySpeakAsMember(actor, attribution),
    memberOf(actor, attribution)?.dissociated ? refusal('conflict', 'dissociatedAlready') : ALLOWED,
  )

/** A dissociated member associates itself again by the same rule. */
export const canAssociateAgain = (actor: Actor, attribution: AttributionState): Decision =>
  allOf(
    maySpeakAsMember(actor, attribution),
    memberOf(actor, attribution)?.dissociated ? ALLOWED : refusal('conflict', 'notDissociated'),
  )

function maySpeakAsMember(actor: Actor, attribution: AttributionState): Decision {
  const place = membershipIn(actor, attribution.sessionId)
  return allOf(
    allowedIf(
      memberOf(actor, attribution) !== undefined &&
        place?.delegationId !== attribution.delegationId,
      'dissociationNotMember',
    ),
    allowedIf(place?.maySubmit === true, 'dissociationNotReleasable'),
  )
}

function memberOf(actor: Actor, { sessionId, members }: AttributionState) {
  const place = membershipIn(actor, sessionId)
  return members.find(({ delegationId }) => delegationId === place?.delegationId)
}
