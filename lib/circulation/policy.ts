import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { canReadCompilation } from '@/lib/circulation/compilation/policy'
import { type Actor, holds } from '@/lib/delegations/actor'
import type { SessionKind } from '@/lib/sessions/kinds'

/** The state of a circulation on which the acts of the Secretariat depend. */
export type CirculationState = { sessionId: string; openedAt: Date | null; openUntil: Date }

/** The Secretariat prepares circulations, opens them and sees who answered. */
export const preparesCirculations = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat')

/** A circulation belongs to a stock-taking session, which will consolidate the lists: before its list is adopted. */
export const canCreateCirculation = (
  actor: Actor,
  session: { id: string; kind: SessionKind; listAdopted: boolean },
): Decision =>
  allOf(
    allowedIf(preparesCirculations(actor, session.id), 'secretariatOnly'),
    session.kind === 'stockTaking' ? ALLOWED : refusal('conflict', 'notStockTaking'),
    beforeAdoption(session),
  )

/** The Secretariat prepares it until its opening. */
export const canChangeCirculation = (actor: Actor, circulation: CirculationState): Decision =>
  allOf(
    allowedIf(preparesCirculations(actor, circulation.sessionId), 'secretariatOnly'),
    circulation.openedAt ? refusal('conflict', 'circulationOpened') : ALLOWED,
  )

/** A circulation that is not opened yet is opened once, before the list of its session is adopted. */
export const canOpenCirculation = (
  actor: Actor,
  circulation: CirculationState & { listAdopted: boolean },
): Decision => allOf(canChangeCirculation(actor, circulation), beforeAdoption(circulation))

const beforeAdoption = ({ listAdopted }: { listAdopted: boolean }): Decision =>
  listAdopted ? refusal('conflict', 'circulationAfterAdoption') : ALLOWED

/** More delegations are asked until the deadline. */
export const canAddAddressees = (
  actor: Actor,
  circulation: CirculationState,
  now: Date,
): Decision =>
  allOf(
    allowedIf(preparesCirculations(actor, circulation.sessionId), 'secretariatOnly'),
    circulation.openedAt && circulation.openUntil <= now
      ? refusal('closed', 'circulationClosed')
      : ALLOWED,
  )

/** The deadline is moved while it has not passed, by the database's clock. */
export const canExtendCirculation = (
  actor: Actor,
  circulation: CirculationState,
  now: Date,
): Decision =>
  allOf(
    allowedIf(preparesCirculations(actor, circulation.sessionId), 'secretariatOnly'),
    circulation.openedAt ? ALLOWED : refusal('conflict', 'circulationNotOpened'),
    circulation.openUntil > now ? ALLOWED : refusal('closed', 'circulationClosed'),
  )

/** Each participant of the session reads the circulated lists. */
export const canReadCirculations = canReadCompilation
