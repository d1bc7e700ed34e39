import { ALLOWED, allOf, type Decision, allowedIf, refusal } from '@/lib/decision'
import { type Actor, holds } from '@/lib/delegations/actor'
import { type HandedPowers, presides } from '@/lib/delegations/powers/powers'
import type { SessionStep } from '@/lib/sessions/kinds'

/** Steps in the room: the presiding officer too. */
const IN_THE_ROOM: readonly SessionStep[] = [
  'opened',
  'agendaAdopted',
  'organizationOfWorkApproved',
  'workplanAdopted',
  'suspended',
  'resumed',
  'closed',
  'ruled',
]

/** The Secretariat enters decisions; the presiding officer also those taken in the room. */
export const canRecordDecision = (
  actor: Actor,
  sessionId: string,
  step: SessionStep,
  powers: HandedPowers,
): Decision =>
  allowedIf(
    holds(actor, sessionId, 'secretariat') ||
      (IN_THE_ROOM.includes(step) && presides(actor, sessionId, powers)),
    'decisionBySecretariat',
  )

/** A decision as its annulment judges it; `isReportAdopted` says whether the report of the session is adopted. */
type DecisionState = { sessionId: string; step: SessionStep; isReportAdopted: boolean }

/** The Secretariat annuls wrong entries; the adoption of a report stays, as the adopted report does. */
export const canAnnulDecision = (
  actor: Actor,
  { sessionId, step, isReportAdopted }: DecisionState,
): Decision =>
  allOf(
    allowedIf(holds(actor, sessionId, 'secretariat'), 'secretariatOnly'),
    step === 'reportAdopted' && isReportAdopted ? refusal('conflict', 'decisionOfReport') : ALLOWED,
  )

/** The presiding officer rules here. */
export const canRule = (actor: Actor, sessionId: string, powers: HandedPowers): Decision =>
  allowedIf(presides(actor, sessionId, powers), 'presidingOnly')

/** The presiding officer, and the Secretariat at the console, show a decision to the room and hide it. */
export const canShowDecision = (actor: Actor, sessionId: string, powers: HandedPowers): Decision =>
  allowedIf(
    holds(actor, sessionId, 'secretariat') || presides(actor, sessionId, powers),
    'decisionShownByChair',
  )
