import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, holds } from '@/lib/delegations/actor'

/** The Secretariat enters the names of a delegation as its credentials have them. */
export const canSetAccredited = (
  actor: Actor,
  delegation: { sessionId: string; withdrawnAt: Date | null },
): Decision =>
  allOf(
    allowedIf(holds(actor, delegation.sessionId, 'secretariat'), 'secretariatOnly'),
    delegation.withdrawnAt ? refusal('closed', 'accreditedWithdrawn') : ALLOWED,
  )

/** The Secretariat reads the list of participants before its issue. */
export const canPrepareParticipants = (actor: Actor, sessionId: string): Decision =>
  allowedIf(holds(actor, sessionId, 'secretariat'), 'secretariatOnly')

/** The Secretariat issues the list, and again if it differs from the last one. */
export const canIssueParticipants = (
  actor: Actor,
  list: { sessionId: string; isEmpty: boolean; isUnchanged: boolean },
): Decision =>
  allOf(
    canPrepareParticipants(actor, list.sessionId),
    list.isEmpty ? refusal('conflict', 'participantsEmpty') : ALLOWED,
    list.isUnchanged ? refusal('conflict', 'participantsUnchanged') : ALLOWED,
  )
