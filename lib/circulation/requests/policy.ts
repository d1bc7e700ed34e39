import {
  canAddAddressees,
  type CirculationState,
  preparesCirculations,
} from '@/lib/circulation/policy'
import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import type { Actor } from '@/lib/delegations/actor'

/** The state of a request: its address proved, and decided. */
type RequestState = { provedAt: Date | null; decision: string | null }

/** The Secretariat decides once on a request with a proved address; any other request is answered as not found. */
export const canDecideOnRequest = (
  actor: Actor,
  circulation: Pick<CirculationState, 'sessionId'>,
  request: RequestState,
): Decision =>
  allOf(
    allowedIf(preparesCirculations(actor, circulation.sessionId), 'secretariatOnly'),
    request.provedAt ? ALLOWED : refusal('not-found', 'notFound'),
    request.decision ? refusal('conflict', 'requestDecided') : ALLOWED,
  )

/** The Secretariat admits applicants before the deadline. */
export const canAdmitRequest = (
  actor: Actor,
  circulation: CirculationState,
  request: RequestState,
  now: Date,
): Decision =>
  allOf(canDecideOnRequest(actor, circulation, request), canAddAddressees(actor, circulation, now))
